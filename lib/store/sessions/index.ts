export { findSession, readSessionsOf, type SessionRow } from "./read.ts";
export {
  deleteExpiredSessions,
  deleteOtherSessions,
  deleteSession,
  deleteSessions,
  insertSession,
  noteSessionUse,
} from "./write.ts";
