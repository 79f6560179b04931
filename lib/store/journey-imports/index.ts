export type { ImportedMessage } from "./table.ts";
export { insertJourneyImport, lockJourneyImport, updateJourneyImport } from "./write.ts";
