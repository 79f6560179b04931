export { findSession, readSessionsOf, type SessionRow } from "./read.ts";
export {
  deleteExpiredSessions,
  deleteOtherSessions,
  deleteSession,
  deleteSessions,
  insertSession,
  noteSecondFactor,
  noteSessionUse,
} from "./write.ts";
