import { newId } from "#db";

/** The ways to name one object. */
export type Names = { readonly id: string; readonly key?: string; readonly number?: number };
/** One object of each kind of a workspace, by kind: `segment`, `rejectedSignal`. */
export type Objects = Readonly<Record<string, Names>>;

/** The object of a kind: `flow` and `key` stand for `decisionFlow` and `apiKey`. */
export function objectOf(objects: Objects, kind: string): Names | undefined {
  const found = objects[kind];
  if (found || kind === "") return found;
  const ending = kind.charAt(0).toUpperCase() + kind.slice(1);
  return Object.entries(objects).find(([name]) => name.endsWith(ending))?.[1];
}

/** Names that no object has, in the form of those that objects have. */
export function unknownLike({ key, number }: Names): Names {
  return {
    id: newId(),
    ...(key === undefined ? {} : { key: `unknown-${newId()}` }),
    ...(number === undefined ? {} : { number: 7_000_000 + Math.floor(Math.random() * 1_000_000) }),
  };
}
