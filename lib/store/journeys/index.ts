export { insertJourneyRow, type JourneyChange, setCounted, updateJourneyRow } from "./change.ts";
export { deleteJourneyRows } from "./delete-rows.ts";
export { type LinkedRow, readLinkedJourneys } from "./linked.ts";
export { type ListedJourney, readListedJourneys, readRunningJourneys } from "./listed.ts";
export {
  type JourneyRow,
  listJourneyRows,
  listPlacedRows,
  lockJourneyRow,
  readJourney,
  readJourneyKeys,
  readJourneyNames,
  readJourneyStamp,
  readPublishedVersion,
} from "./read.ts";
export { readJourneyTitles } from "./titles.ts";
export { archiveAll, deleteJourneys } from "./workspace-rows.ts";
export { deleteJourneyRow, shiftJourneys, showCounted } from "./write.ts";
