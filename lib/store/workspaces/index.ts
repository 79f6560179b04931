export { deleteShard } from "./delete-shard.ts";
export {
  hasNumber,
  isKnownToDatabase,
  readClockAndZone,
  readDemoIds,
  readSettings,
  readTimezone,
  readWorkspace,
  readWorkspaces,
  readZoneAndTime,
  type SendingWorkspace,
} from "./read.ts";
export { deleteWorkspace, insertWorkspace, updateWorkspaceRow } from "./write.ts";
