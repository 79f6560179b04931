type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A body with one thing wrong in it. `pointer`: where; `kind`: what. */
export type Mutation = {
  readonly kind: "missing" | "null" | "of another type" | "unknown";
  readonly pointer: string;
  readonly body: unknown;
};

/** A name that no document knows. */
const UNKNOWN = "somethingElse";

/** A body with each of its parts taken away, set to null, or of another type, and with an unknown field in each object. */
export function mutationsOf(body: unknown): readonly Mutation[] {
  const whole = body as Json;
  return [...pathsOf(whole)].flatMap((path): Mutation[] => {
    const value = at(whole, path);
    const pointer = pointerOf(path);
    const isRoot = path.length === 0;
    const other = ofAnotherType(value);
    const unknown = isObject(value)
      ? [{ kind: "unknown" as const, pointer: `${pointer}/${UNKNOWN}`, body: changed(whole, [...path, UNKNOWN], 1) }]
      : [];
    if (isRoot) return unknown;
    const isMember = typeof path.at(-1) === "string";
    return [
      ...(isMember ? [{ kind: "missing" as const, pointer, body: changed(whole, path, undefined) }] : []),
      { kind: "null", pointer, body: changed(whole, path, null) },
      { kind: "of another type", pointer, body: changed(whole, path, other) },
      ...unknown,
    ];
  });
}

type Path = readonly (string | number)[];

function* pathsOf(value: Json, path: Path = []): Generator<Path> {
  yield path;
  if (Array.isArray(value)) for (const [index, one] of value.entries()) yield* pathsOf(one, [...path, index]);
  else if (isObject(value)) for (const [key, one] of Object.entries(value)) yield* pathsOf(one, [...path, key]);
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const pointerOf = (path: Path): string =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

function at(value: Json, path: Path): Json {
  return path.reduce<Json>((inner, key) => (inner as never)[key], value);
}

/** A copy with a value at a path; `undefined` takes it away. */
function changed(whole: Json, path: Path, value: Json | undefined): unknown {
  const body: unknown = structuredClone(whole);
  const inner = path.slice(0, -1).reduce((one, key) => (one as never)[key], body) as Record<string | number, unknown>;
  const last = path.at(-1) ?? "";
  if (value === undefined) delete inner[last];
  else inner[last] = value;
  return body;
}

function ofAnotherType(value: Json): Json {
  if (typeof value === "string") return 7;
  if (typeof value === "object") return "text";
  return "7 of them";
}
