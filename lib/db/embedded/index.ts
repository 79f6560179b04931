/** The PostgreSQL that comes along: started on a folder, owned by one process, and supervised while that runs. */
export { AlreadyRunningError } from "./ownership.ts";
export { type Embedded, findEmbedded, type OwnedServer, startEmbedded } from "./start.ts";
export { superviseEmbedded } from "./supervise.ts";
