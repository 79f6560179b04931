const PART = /([^.[\]]+)|\[(\d+)\]/g;

/** A value inside plain JSON by a path such as `items[0].price`; undefined = there is none. */
export function pick(root: unknown, path: string): unknown {
  let value = root;
  for (const [, name, place] of path.matchAll(PART)) {
    const key = name ?? place ?? "";
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
