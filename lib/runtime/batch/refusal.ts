import { errorCode } from "#db";
import { beginningOf } from "#values";

/** The engine threw. Like rows that the database refuses, this concerns one enrollment or one signal (R17). */
export class StepRefused extends Error {
  constructor(personId: string, cause: unknown) {
    super(`a step of person ${personId} threw: ${messageOf(cause)}`, { cause });
    this.name = "StepRefused";
  }
}

/**
 * Whether the rows themselves are refused, so that an unchanged retry cannot succeed (R17). Either the database refuses
 * them, or the value cannot become a row at all (an invalid date, an id that is not a uuid).
 */
export function isRefusal(error: unknown): boolean {
  if (error instanceof StepRefused || error instanceof RangeError) return true;
  return !isOutdated(error) && /^(21|22|23|42|54|P0)/.test(errorCode(error));
}

/**
 * A partition was attached while a statement ran; the next try is planned with it. A violated partition bound has the
 * same code as a check constraint but no constraint name; a named check refuses the row at every try.
 */
export const isOutdated = (error: unknown): boolean => errorCode(error) === "23514" && !namesConstraint(error);

const namesConstraint = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "constraint_name" in error && Boolean(error.constraint_name);

/** The reason as one line that can be stored in any text column. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof StepRefused ? error.cause : error;
  return beginningOf(messageOf(cause), LONGEST);
}

const LONGEST = 500;

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
