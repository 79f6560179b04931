import type { Evaluator } from "./evaluator.ts";

/**
 * What one evaluation may take: a step is about one node of the expression, looked at once. Half a million are some tens
 * of milliseconds; a loop over the longest list a person's traits can hold fits in. Steps are counted, not time: the same
 * expression about the same person comes to the same everywhere.
 */
export const MOST_STEPS = 500_000;
/**
 * What all evaluations of one signal or timer of a person may take together: a hundred triggers on one event would otherwise
 * each take their own. It starts again at each of them, so that it does not depend on how a batch was cut (R19).
 */
export const MOST_SHARED_STEPS = 2_000_000;
/** Longest text an expression may put together, in characters. */
export const LONGEST_TEXT = 1_000_000;

const TOO_MANY = new Error("the expression takes too many steps");
const TOO_MANY_SEARCHES = new Error("the searches for patterns take too many steps together");
const TOO_LONG = new Error(`the expression makes a text of more than ${LONGEST_TEXT} characters`);

// One evaluation runs at a time and to its end, so one counter is enough; a counter per evaluation would cost every hop.
let left = MOST_STEPS;
let limit = MOST_STEPS;
let shared = Number.POSITIVE_INFINITY;

export function startCounting(): void {
  shared -= limit - left;
  limit = Math.max(0, Math.min(MOST_STEPS, shared));
  left = limit;
}

/** From here on all evaluations share so many steps, until it is said again. */
export function shareSteps(steps: number): void {
  shared = steps;
  limit = MOST_STEPS;
  left = limit;
}

/** Takes steps for a search outside of any expression, which counts like an evaluation of its own. */
export function chargeSearch(steps: number): void {
  startCounting();
  if (steps > left) throw TOO_MANY_SEARCHES;
  left -= steps;
}

/** Lets work outside of a signal, such as judging a person for a build, share steps as one signal would; inside, it is a part. */
export function withinSharedSteps<Result>(work: () => Result): Result {
  if (shared !== Number.POSITIVE_INFINITY) return work();
  shareSteps(MOST_SHARED_STEPS);
  try {
    return work();
  } finally {
    shareSteps(Number.POSITIVE_INFINITY);
  }
}

/** Takes steps for work that is about to be done. */
export function charge(steps: number): void {
  if (steps > left) refuse();
  left -= steps;
}

/** What is refused is not done, and so not taken from the others; to this evaluation nothing is allowed any more. */
function refuse(): never {
  shared -= limit - left;
  limit = -1;
  left = -1;
  throw TOO_MANY;
}

/** An error is made with its stack and a picture of the source: some two hundred times the work of a node. */
const ERROR = 200;

/** Loops and `||` go on after an error. Now each takes its steps, and the end of the steps is an error that ends them. */
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

/** Charges for a text to be put together. */
export function chargeText(length: number): void {
  if (length > LONGEST_TEXT) throw TOO_LONG;
  charge(1 + (length >> 6));
}

/** Charges for every value inside: an expression can build a small graph that is endless as a tree. */
export function chargeDeep(value: unknown): void {
  charge(1);
  if (typeof value === "string") charge(value.length >> 9);
  else if (Array.isArray(value)) for (const item of value) chargeDeep(item);
  else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) chargeDeep(item);
}
