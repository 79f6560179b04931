import { errorCode } from "#db";
import { isOutdated } from "../batch/refusal.ts";
import { IngestProblem } from "./item.ts";

/**
 * Whether an error means that the items cannot be stored: their values, a not-null column, a check. A database that is
 * away or busy, a key that another batch took first, and a partition attached meanwhile are not caused by the items.
 * The difference matters because the compatible clients discard refused items.
 */
export function isAboutItems(error: unknown): boolean {
  if (error instanceof IngestProblem) return true;
  if (isOutdated(error)) return false;
  const code = errorCode(error);
  return /^(21|22|23502$|23514$|54|P0)/.test(code);
}
