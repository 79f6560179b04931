import { isInParts, namedByOperation } from "#journey";
import { isObject } from "#values";

/** Keys by every name that a thing of a workspace has: id, key, number, and former keys. */
export type Keys = ReadonlyMap<string, string>;

export type Names = {
  readonly segments: Keys;
  readonly content: Keys;
  readonly offers: Keys;
  readonly decisionFlows: Keys;
  readonly journeys: Keys;
  readonly campaigns: Keys;
  readonly channels: Keys;
};

type Row = { readonly id: string; readonly key: string; readonly number: number };

/** A key takes precedence over a number, and over a key that something had before. */
export function keysOf(rows: readonly (Row & { readonly others?: readonly string[] })[]): Keys {
  const keys = new Map<string, string>();
  for (const { key, others = [] } of rows) for (const other of others) keys.set(other, key);
  for (const { number, key } of rows) keys.set(String(number), key);
  for (const { id, key } of rows) keys.set(id, key).set(key, key);
  return keys;
}

/** A document, rules or a config with keys wherever it names something in another way; unknown names stay. */
export function withKeys(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((one) => withKeys(one, names));
  if (!isObject(value)) return value;
  const fieldsOf = (field: string, inner: unknown): unknown => {
    if (isOfEvents(field, inner)) return inner;
    const known = keysFor(field, value, names);
    if (known === null) return withKeys(inner, names);
    return Array.isArray(inner) ? inner.map((one) => keyIn(known, one)) : keyIn(known, inner);
  };
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, fieldsOf(field, inner)]));
}

/** Values that are compared with those of events, or handed over with them: their fields may have any name. */
const isOfEvents = (field: string, value: unknown): boolean =>
  ["filter", "eventFilter", "properties", "variables", "value"].includes(field) ||
  (field === "entryConditions" && isObject(value) && !isInParts(value));

/** What a field of an object names; null if it names nothing, or holds something else than a name. */
function keysFor(field: string, { type, [field]: value }: Record<string, unknown>, names: Names): Keys | null {
  const isNames = ["string", "number"].includes(typeof value) || Array.isArray(value);
  if (!isNames) return null;
  if (field === "segment" || field === "segments") return names.segments;
  if (field === "decisionFlowId") return names.decisionFlows;
  if (field === "channelId") return names.channels;
  const named = namedByOperation(type);
  return named === field
    ? { segment: names.segments, journey: names.journeys, campaign: names.campaigns }[named]
    : null;
}

const keyIn = (keys: Keys, name: unknown): unknown =>
  typeof name === "string" || typeof name === "number" ? (keys.get(String(name)) ?? name) : name;
