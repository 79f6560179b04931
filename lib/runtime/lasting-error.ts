import { errorCode } from "#db";
import { isRefusal } from "./batch/refusal.ts";

/**
 * Whether an unchanged retry is pointless, because the database refuses the rows or the code throws on them. Then the
 * faulty item is set aside and everything else continues (R53). A database that is away or busy is no such error.
 */
export function isLasting(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = errorCode(error);
  // Node's own TypeErrors and RangeErrors also carry a code.
  return code === "" || code.startsWith("ERR_") || isRefusal(error);
}
