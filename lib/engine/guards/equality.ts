/** Strict equality of two JSON values: `5` is not `"5"`; lists and objects are compared inside. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const leftKeys = Object.keys(left);
  if (leftKeys.length !== Object.keys(right).length) return false;
  return leftKeys.every(
    (key) =>
      Object.hasOwn(right, key) &&
      sameValue((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
  );
}

/** Whether every key of the filter has the same value in the properties. */
export function matchesFilter(
  filter: Readonly<Record<string, unknown>>,
  properties: Readonly<Record<string, unknown>>,
): boolean {
  for (const key of Object.keys(filter)) {
    if (!Object.hasOwn(properties, key) || !sameValue(filter[key], properties[key])) return false;
  }
  return true;
}
