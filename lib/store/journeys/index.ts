export { deleteJourneyRows } from "./delete-rows.ts";
export { shiftJourneys, showCounted } from "./write.ts";
