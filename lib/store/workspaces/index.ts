export { deleteShard } from "./delete-shard.ts";
export { isKnownToDatabase, readClockAndZone, readTimezone, readWorkspaces, type SendingWorkspace } from "./read.ts";
