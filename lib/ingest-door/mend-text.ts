import { storableText, textFault } from "#values";

const MAX_DEPTH = 64;
const MAX_PATHS = 20;

/** A message with the replacement character wherever text could not be stored, and the ways to where that was. */
export type Mended<Value> = { readonly value: Value; readonly paths: readonly (readonly string[])[] };

/** Mends NUL characters and halves of surrogate pairs, in keys too; what is well-formed stays the same object (R47). */
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
    // Deeper than can be stored: refused as a whole afterwards.
    if (typeof value !== "object" || value === null || path.length > MAX_DEPTH) return value;
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
