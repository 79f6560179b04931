import type { Step } from "./id-places.ts";
import { kindOf } from "./id-places.ts";
import type { Shape } from "./shape.ts";

export type Maker = {
  /** The caller's own object of a kind; `undefined` if there is none. */
  readonly own: (kind: string, spelling: "uuid" | "text" | "number") => unknown;
  /** A number that no other call gets, so that texts that must be unique are. */
  readonly next: () => number;
};

type Place = { readonly steps: readonly Step[]; readonly value: unknown };

/** The smallest value that a schema takes, with the value of `place` at its place. */
export function makeValue(shape: Shape, maker: Maker, place: Place | null = null, field = ""): unknown {
  if (place?.steps.length === 0) return place.value;
  const [step, ...rest] = place?.steps ?? [];
  const inner = place && { ...place, steps: rest };
  if (shape.anyOf) {
    const choice = typeof step === "object" && "choice" in step ? step.choice : simplest(shape.anyOf);
    return makeValue(shape.anyOf[choice] ?? {}, maker, inner, field);
  }
  if (shape.allOf) {
    const parts = shape.allOf.map((part) => makeValue(part, maker, fits(part, step) ? place : null, field));
    return Object.assign({}, ...parts);
  }
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const type = typeof shape.type === "string" ? shape.type : shape.type?.find((one) => one !== "null");
  if (type === "object" || shape.properties) return makeObject(shape, maker, step, inner);
  if (type === "array") return makeList(shape, maker, step === "item" ? inner : null, field);
  if (type === "integer" || type === "number") return makeNumber(shape, maker, field);
  if (type === "boolean") return false;
  return type === "string" ? makeText(shape, maker, field) : type === "null" ? null : "made";
}

/** The first choice that is not null and asks for little. */
function simplest(choices: readonly Shape[]): number {
  const at = choices.findIndex(({ type, properties }) => type !== "null" && !properties);
  return at >= 0
    ? at
    : Math.max(
        0,
        choices.findIndex(({ type }) => type !== "null"),
      );
}

const fits = (shape: Shape, step: Step | undefined): boolean =>
  typeof step !== "object" || !("property" in step) || shape.properties?.[step.property] !== undefined;

function makeObject(shape: Shape, maker: Maker, step: Step | undefined, inner: Place | null): object {
  const wanted = typeof step === "object" && "property" in step ? step.property : null;
  const made = Object.entries(shape.properties ?? {}).flatMap(([name, part]) => {
    if (name === wanted) return [[name, makeValue(part, maker, inner, name)] as const];
    return shape.required?.includes(name) ? [[name, makeValue(part, maker, null, name)] as const] : [];
  });
  const more = typeof shape.additionalProperties === "object" ? shape.additionalProperties : null;
  const keyed = step === "key" && more ? { made: makeValue(more, maker, inner) } : {};
  return { ...Object.fromEntries(made), ...keyed };
}

function makeList(shape: Shape, maker: Maker, inner: Place | null, field: string): unknown[] {
  const items = shape.items ?? {};
  const length = Math.max(shape.minItems ?? 0, inner ? 1 : 0);
  return Array.from({ length }, (_, at) => makeValue(items, maker, at === 0 ? inner : null, field));
}

function makeNumber({ minimum }: Shape, maker: Maker, field: string): unknown {
  const own = /(?:_id|Id)s?$/.test(field) ? maker.own(kindOf(field), "number") : undefined;
  return own ?? Math.max(minimum ?? 1, 1);
}

/** Texts that common formats take; the first that fits the pattern is used. */
const TEXTS = [
  "made",
  "1d",
  "2030-01-01",
  "2030-01-01T09:00:00Z",
  "2030-01-01T09:00",
  "09:00",
  "0 9 * * 1",
  "Europe/Berlin",
  "https://shop.example",
  "7",
] as const;

/** The state of the examples that a machine ends in: where every state goes next. */
const NEXT_STATE = new Set(["DONE", "ELAPSED", "TRUE", "FALSE"]);

function makeText({ format, pattern, maxLength = 1_000 }: Shape, maker: Maker, field: string): unknown {
  if (NEXT_STATE.has(field)) return "end";
  const isId = /(?:^i|_i|I)ds?$/.test(field);
  if (format === "uuid") return maker.own(kindOf(field), "uuid") ?? "0197a000-0000-7000-8000-00000000000f";
  if (format === "email" || field === "email") return `made-${maker.next()}@example.com`;
  if (format === "date-time") return "2030-01-01T09:00:00Z";
  const own = isId ? maker.own(kindOf(field), "text") : undefined;
  if (own !== undefined) return own;
  const fresh = `made-${maker.next()}`;
  const matches = (text: string) => text.length <= maxLength && (!pattern || new RegExp(pattern, "u").test(text));
  return [fresh, ...TEXTS].find(matches) ?? fresh;
}
