/** Largest value an expression may return, in characters; every number, key and list counts as eight. */
export const LARGEST_RESULT = 262_144;
/** Deepest nesting of a value that is stored: readers recurse, and would exhaust the stack. */
const DEEPEST = 200;

/**
 * Returns the value, or throws if it is too large or too deep. A value that shares its parts can be small in memory and
 * huge when written out: a list that contains one list twice, which contains another list twice, and so on.
 */
export function boundedResult(value: unknown): unknown {
  if (typeof value === "string" || (typeof value === "object" && value !== null)) take(value, LARGEST_RESULT, 0);
  return value;
}

/** Subtracts the size of a value and returns the characters that remain. */
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
