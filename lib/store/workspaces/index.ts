export { deleteShard } from "./delete-shard.ts";
export { isKnownToDatabase, readClockAndZone, readTimezone, readWorkspaces, type WorkspaceFact } from "./read.ts";
