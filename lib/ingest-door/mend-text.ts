import { DEEPEST_JSON, storableText, textFault } from "#values";

const MAX_PATHS = 20;

/** A message with the replacement character in place of text that cannot be stored, and the paths of these places. */
export type Mended<Value> = { readonly value: Value; readonly paths: readonly (readonly string[])[] };

/**
 * Replaces NUL characters and halves of surrogate pairs, also in keys; a well-formed value stays the same object (R47).
 */
export function mendText<Value>(root: Value): Mended<Value> {
  const paths: string[][] = [];
  const found = (path: readonly string[]) => {
    if (paths.length < MAX_PATHS) paths.push(path.map(storableText));
  };
  const mend = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value === "string") {
      if (textFault(value) === null) return value;
      found(path);
      return storableText(value);
    }
    // Too deep to be stored; the message is refused afterwards.
    if (typeof value !== "object" || value === null || path.length > DEEPEST_JSON) return value;
    if (Array.isArray(value)) return value.map((inner, at) => mend(inner, [...path, String(at)]));
    const entries = Object.entries(value).map(([key, inner]): [string, unknown] => {
      if (textFault(key) !== null) found([...path, key]);
      return [storableText(key), mend(inner, [...path, key])];
    });
    return Object.fromEntries(entries);
  };
  const value = mend(root, []) as Value;
  return { value: paths.length === 0 ? root : value, paths };
}
