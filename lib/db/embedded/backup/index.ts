/** Online backups of the embedded PostgreSQL, and their way back. */
export { type Backup, backUpEmbedded } from "./back-up.ts";
export { BackupError } from "./manifest.ts";
export { type Restored, restoreEmbedded } from "./restore.ts";
