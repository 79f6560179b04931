/** Strict equality of two JSON values: `5` does not equal `"5"`; lists and objects are compared by content. */
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

/** Whether the properties have an equal value for every key of the filter. */
export function matchesFilter(
  filter: Readonly<Record<string, unknown>>,
  properties: Readonly<Record<string, unknown>>,
): boolean {
  for (const key of Object.keys(filter)) {
    if (!Object.hasOwn(properties, key) || !sameValue(filter[key], properties[key])) return false;
  }
  return true;
}
