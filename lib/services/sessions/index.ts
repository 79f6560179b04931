/** Where a user is signed in, and signing out from afar. */
export { endOtherSessions, endSession } from "./end-sessions.ts";
export { listSessions } from "./list-sessions.ts";
export { EndedSessions, Session } from "./schema.ts";
