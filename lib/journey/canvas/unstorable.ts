import { textFault } from "#values";

/**
 * Path to the first text that JSON columns refuse: a NUL character or half of a surrogate pair, in a value or a key.
 * Null = everything can be stored.
 */
export function findUnstorable(
  value: unknown,
  path: readonly (string | number)[] = [],
): readonly (string | number)[] | null {
  if (typeof value === "string") return textFault(value) === null ? null : path;
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const found = findUnstorable(item, [...path, index]);
      if (found !== null) return found;
    }
    return null;
  }
  for (const [key, item] of Object.entries(value)) {
    if (textFault(key) !== null) return path;
    const found = findUnstorable(item, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}
