import { errorCode } from "#db";
import { isOutdated } from "../batch/refusal.ts";
import { IngestProblem } from "./item.ts";

/**
 * Whether an error says that items cannot be stored: their values, a column that may not be empty, a check. A database that is
 * away or busy, a key that somebody else took first and a partition attached meanwhile say nothing against any item: the
 * compatible clients throw away what is refused.
 */
export function isAboutItems(error: unknown): boolean {
  if (error instanceof IngestProblem) return true;
  if (isOutdated(error)) return false;
  const code = errorCode(error);
  return /^(21|22|23502$|23514$|54|P0)/.test(code);
}
