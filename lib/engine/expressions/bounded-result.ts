/** Largest value an expression may come to, in characters, with eight for every number, key and list. */
export const LARGEST_RESULT = 262_144;
/** What is stored may not be nested deeper either: a reader would run out of stack. */
const DEEPEST = 200;

/**
 * The value, unless it is too large to be handed on. Something small inside the evaluator may be endless as a value: a
 * list that holds one list twice, which holds one list twice, and so on.
 */
export function boundedResult(value: unknown): unknown {
  if (typeof value === "string" || (typeof value === "object" && value !== null)) take(value, LARGEST_RESULT, 0);
  return value;
}

/** Answers what is left of the room. */
function take(value: unknown, room: number, depth: number): number {
  let left = room - 8 - (typeof value === "string" ? value.length : 0);
  if (left < 0 || depth > DEEPEST) throw new Error("the value of the expression is too large");
  if (typeof value !== "object" || value === null) return left;
  if (value instanceof Uint8Array) return take("", left - value.length, depth);
  const entries: Iterable<unknown> =
    Array.isArray(value) || value instanceof Set ? value : Object.entries(value).flat();
  for (const item of entries) left = take(item, left, depth + 1);
  return left;
}
