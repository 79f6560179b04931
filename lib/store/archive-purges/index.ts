export { finishPurge, newPurge, type Purge, purgeSlice, readArchiveDays } from "./purge.ts";
export { type ArchivePurgeRow, readPurges } from "./read.ts";
