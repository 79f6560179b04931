export { RETENTION_KINDS, type RetentionKind } from "./kinds.ts";
export {
  finishRetention,
  newRetentionPurge,
  type RetentionPurge,
  readRetentionDays,
  retentionSlice,
  shardsOfKind,
} from "./purge.ts";
export { readRetentionPurges } from "./read.ts";
