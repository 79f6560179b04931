/** The embedded PostgreSQL: runs on a folder, is owned by one process, and supervised by it. */
export { type Backup, BackupError, backUpEmbedded, type Restored, restoreEmbedded } from "./backup/index.ts";
export { AlreadyRunningError } from "./ownership.ts";
export { type Embedded, findEmbedded, type OwnedServer, startEmbedded } from "./start.ts";
export { superviseEmbedded } from "./supervise.ts";
