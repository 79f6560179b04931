export { deleteJourneyRows } from "./delete-rows.ts";
export { deleteJourneyRow, shiftJourneys, showCounted } from "./write.ts";
