export { deleteJourneyRows } from "./delete-rows.ts";
export { archiveAll, deleteJourneys } from "./workspace-rows.ts";
export { deleteJourneyRow, shiftJourneys, showCounted } from "./write.ts";
