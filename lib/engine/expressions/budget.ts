import type { Evaluator } from "./evaluator.ts";

/**
 * Limit of one evaluation, in steps; evaluating one node of the expression takes about one step. Half a million steps
 * take some tens of milliseconds, enough for a loop over the longest list that a person's traits can hold. Steps are
 * counted instead of time, so that an expression has the same result for the same person on every machine.
 */
export const MOST_STEPS = 500_000;
/**
 * Limit, in steps, of all evaluations for one signal or timer of a person: otherwise a hundred triggers on one event
 * would each use the limit of one evaluation. The count restarts at each signal or timer, so that it does not depend on
 * how signals were divided into batches (R19).
 */
export const MOST_SHARED_STEPS = 2_000_000;
/** Longest text that an expression may build, in characters. */
export const LONGEST_TEXT = 1_000_000;

const TOO_MANY = new Error("the expression takes too many steps");
const TOO_MANY_SEARCHES = new Error("the searches for patterns take too many steps together");
const TOO_LONG = new Error(`the expression makes a text of more than ${LONGEST_TEXT} characters`);

// One evaluation runs at a time and to its end, so one counter is enough; a counter object per evaluation would cost
// time at every hop.
let left = MOST_STEPS;
let limit = MOST_STEPS;
let shared = Number.POSITIVE_INFINITY;

export function startCounting(): void {
  shared -= limit - left;
  limit = Math.max(0, Math.min(MOST_STEPS, shared));
  left = limit;
}

/** Sets the number of steps that all following evaluations share, until the next call. */
export function shareSteps(steps: number): void {
  shared = steps;
  limit = MOST_STEPS;
  left = limit;
}

/** Charges a pattern search outside of expressions like an evaluation of its own; throws when the steps do not suffice. */
export function chargeSearch(steps: number): void {
  startCounting();
  if (steps > left) throw TOO_MANY_SEARCHES;
  left -= steps;
}

/**
 * Runs work outside of a signal, such as evaluating a person for a segment build, with the steps of one signal; inside
 * a signal it uses the signal's steps.
 */
export function withinSharedSteps<Result>(work: () => Result): Result {
  if (shared !== Number.POSITIVE_INFINITY) return work();
  shareSteps(MOST_SHARED_STEPS);
  try {
    return work();
  } finally {
    shareSteps(Number.POSITIVE_INFINITY);
  }
}

/** Charges steps before the work is done; throws when they do not suffice. */
export function charge(steps: number): void {
  if (steps > left) refuse();
  left -= steps;
}

/** Ends the evaluation: the refused work is not charged to the shared steps, and this evaluation gets no further steps. */
function refuse(): never {
  shared -= limit - left;
  limit = -1;
  left = -1;
  throw TOO_MANY;
}

/** Steps of one error: creating it with its stack and source excerpt costs about two hundred times as much as a node. */
const ERROR = 200;

/**
 * Loops and `||` continue after an error, so each error is charged; the error of an exhausted budget is thrown here and
 * ends them.
 */
export function countErrors(evaluator: Evaluator): void {
  evaluator.tryEval = (ast, context) => {
    try {
      return evaluator.run(ast, context);
    } catch (error) {
      charge(ERROR);
      return error;
    }
  };
}

export function stepsTaken(): number {
  return limit - left;
}

/** Charges a text before it is built; throws when it is too long. */
export function chargeText(length: number): void {
  if (length > LONGEST_TEXT) throw TOO_LONG;
  charge(1 + (length >> 6));
}

/**
 * Charges for every value inside: an expression can build a value with shared parts that is small in memory and huge as
 * a tree.
 */
export function chargeDeep(value: unknown): void {
  charge(1);
  if (typeof value === "string") charge(value.length >> 9);
  else if (Array.isArray(value)) for (const item of value) chargeDeep(item);
  else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) chargeDeep(item);
}
