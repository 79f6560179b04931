import { errorCode } from "#db";
import { isRefusal } from "./batch/refusal.ts";

/**
 * Whether trying again as before is no use: the database refuses the rows, or the code throws on them. Then what the error is
 * about is set aside and everything else goes on (R53). A database that is away or busy says nothing against any row.
 */
export function isLasting(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = errorCode(error);
  // Node gives its own errors of type and range a code as well.
  return code === "" || code.startsWith("ERR_") || isRefusal(error);
}
