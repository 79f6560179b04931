import { errorCode } from "#db";
import { beginningOf } from "#values";

/** The step function threw: like rows that the database refuses, it concerns one enrollment or one signal (R17). */
export class StepRefused extends Error {
  constructor(personId: string, cause: unknown) {
    super(`a step of person ${personId} threw: ${messageOf(cause)}`, { cause });
    this.name = "StepRefused";
  }
}

/**
 * Whether it is the rows themselves that are refused, so that trying again as before is no use (R17): by the database, or
 * here already, as no row can be made of the value (a moment that is no date, an id that is no uuid).
 */
export function isRefusal(error: unknown): boolean {
  if (error instanceof StepRefused || error instanceof RangeError) return true;
  return !isOutdated(error) && /^(21|22|23|42|54|P0)/.test(errorCode(error));
}

/**
 * A partition was attached while a statement ran: the next try plans with it. The bounds of partitions break with the code of
 * a check and without its name; a check that has a name refuses the row at every try.
 */
export const isOutdated = (error: unknown): boolean => errorCode(error) === "23514" && !namesConstraint(error);

const namesConstraint = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "constraint_name" in error && Boolean(error.constraint_name);

/** Why, in a line that can be stored wherever it is shown. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof StepRefused ? error.cause : error;
  return beginningOf(messageOf(cause), LONGEST);
}

const LONGEST = 500;

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
