import { describeError } from "./describe-error.ts";

const MOST_ITEMS = 20;
const DEEPEST = 3;
/** An id, a code, a time or a path; not a sentence and not an address. */
const NAMES_NO_PERSON = /^[\w.:/+-]{1,80}$/;

/** These hold what was caught or reported, which may be any text. */
const OF_UNKNOWN_ORIGIN = ["error", "detail"];

/** The fields of a line as plain JSON, reduced to what names no person. */
export function describeFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const described = Object.entries(fields).map(([name, value]) => {
    const isOurs = typeof value === "string" && !OF_UNKNOWN_ORIGIN.includes(name);
    return [name, isOurs ? value : describe(value, 0)];
  });
  return Object.fromEntries(described.filter(([, value]) => value !== undefined));
}

function describe(value: unknown, depth: number): unknown {
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return String(value);
  if (typeof value === "string") return NAMES_NO_PERSON.test(value) ? value : undefined;
  if (value instanceof Error) return describeError(value);
  if (typeof value !== "object" || depth === DEEPEST) return undefined;
  if (Array.isArray(value)) return describeList(value, depth);
  // A map is keyed by ids; its values may be whole documents.
  if (value instanceof Map || value instanceof Set) return describeList([...value.keys()], depth);
  const entries = Object.entries(value).map(([name, part]) => [name, describe(part, depth + 1)]);
  return Object.fromEntries(entries.filter(([, part]) => part !== undefined));
}

function describeList(items: readonly unknown[], depth: number): unknown[] {
  const described = items.slice(0, MOST_ITEMS).map((item) => describe(item, depth + 1));
  return items.length > MOST_ITEMS ? [...described, `${items.length - MOST_ITEMS} more`] : described;
}
