import { errorCode } from "./error-code.ts";

/** What the driver and the system say when there is no server, or the connection to it broke. */
const CODES: ReadonlySet<string> = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "CONNECT_TIMEOUT",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  // Server errors: it shuts down, crashed, starts up, has no connection left, or is read-only (a standby).
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "25006",
]);

/** Whether an error means that the database is temporarily unavailable, so that the request may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    const code = errorCode(at);
    if (CODES.has(code) || /^08...$/.test(code)) return true;
  }
  return false;
}
