export { importJourneys } from "./import-journeys.ts";
export { ImportInput, JourneyImport } from "./schema.ts";
