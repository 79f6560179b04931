import { isObject } from "#values";

/** Where something stands in a document that is being written, which may have any faults. */
export type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

/** What stands at a place; undefined: nothing. */
export function valueAt(document: unknown, path: Path): unknown {
  let value = document;
  for (const part of path) {
    if (Array.isArray(value)) value = value[Number(part)];
    else value = isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  }
  return value;
}

/** The list at a place; what is none is empty. */
export function listAt(document: unknown, path: Path): readonly unknown[] {
  const value = valueAt(document, path);
  return Array.isArray(value) ? value : [];
}

/** The document with a value at a place; `undefined` takes the field away. Fields on the way that are missing are made. */
export function withValue(document: Fields, path: Path, value: unknown): Fields {
  const changed = put(document, path, value);
  return isObject(changed) ? changed : {};
}

function put(target: unknown, [part, ...rest]: Path, value: unknown): unknown {
  if (part === undefined) return value;
  if (typeof part === "number") {
    const list: unknown[] = Array.isArray(target) ? [...target] : [];
    list[part] = put(list[part], rest, value);
    return list;
  }
  const fields: Fields = isObject(target) ? target : {};
  const inner = put(Object.hasOwn(fields, part) ? fields[part] : undefined, rest, value);
  if (inner !== undefined) return { ...fields, [part]: inner };
  const { [part]: _former, ...others } = fields;
  return others;
}

/** The list with a part put in at a place. */
export const withPart = (list: readonly unknown[], at: number, part: unknown): unknown[] => list.toSpliced(at, 0, part);

export const withoutPart = (list: readonly unknown[], at: number): unknown[] => list.toSpliced(at, 1);

/** The list with a part one place further up (-1) or down (1); at the end it stays. */
export function withMoved<Part>(list: readonly Part[], at: number, by: -1 | 1): readonly Part[] {
  const to = at + by;
  if (at < 0 || to < 0 || to >= list.length) return list;
  return list.toSpliced(at, 1).toSpliced(to, 0, ...list.slice(at, at + 1));
}

/** A name for a new step or item that no other has. */
export function freeId(list: readonly unknown[], word: string): string {
  const taken = new Set(list.map((part) => (isObject(part) ? part.id : undefined)));
  let number = list.length + 1;
  while (taken.has(`${word}-${number}`)) number += 1;
  return `${word}-${number}`;
}
