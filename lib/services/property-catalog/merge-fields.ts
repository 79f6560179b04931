import { iso } from "#services";
import type { PropertyRow } from "#store/property-catalog";
import { isPersonalField } from "#values";
import type { CatalogField } from "./schema.ts";

type Sampled = { readonly field: string; readonly type: string; readonly count: number };
type Shared = { readonly field: string; readonly value: string };
type Seen = {
  /** What arrived since the catalog is kept. */
  readonly kept: readonly PropertyRow[];
  /** What the latest events, or the newest people, have. */
  readonly sampled: readonly Sampled[];
  readonly shared: readonly Shared[];
  readonly sampleSize: number;
};

const MOST_FIELDS = 200;
const MOST_VALUES = 40;

/** The fields of an event, or of people, the most frequent first: what was kept, and what a sample has now. */
export function mergeFields({ kept, sampled, shared, sampleSize }: Seen): CatalogField[] {
  const keptOf = new Map(kept.map((row) => [row.field, row]));
  const sampledOf = Map.groupBy(sampled, ({ field }) => field);
  const sharedOf = Map.groupBy(shared, ({ field }) => field);
  const fields = [...new Set([...keptOf.keys(), ...sampledOf.keys()])].map((name): CatalogField => {
    const row = keptOf.get(name);
    const types = sampledOf.get(name) ?? [];
    const isOpen = row?.isOpen || isPersonalField(name);
    const values = isOpen ? [] : [...(sharedOf.get(name) ?? []).map(({ value }) => value), ...(row?.values ?? [])];
    const found = types.reduce((sum, { count }) => sum + count, 0);
    return {
      name,
      types: typesOf([...(row?.types ?? []), ...types.map(({ type }) => type)]),
      share: sampleSize === 0 ? null : Math.min(1, found / sampleSize),
      lastSeenAt: row === undefined ? null : iso(row.lastSeenAt),
      values: [...new Set(values)]
        .slice(0, MOST_VALUES)
        .map((text) => JSON.parse(text) as CatalogField["values"][number]),
    };
  });
  return fields
    .sort((one, other) => (other.share ?? 0) - (one.share ?? 0) || (one.name < other.name ? -1 : 1))
    .slice(0, MOST_FIELDS);
}

/** The sample of the log does not tell dates from other texts. */
const typesOf = (types: readonly string[]): string[] => {
  const known = new Set(types);
  return [...known].filter((type) => type !== "string" || !known.has("date")).sort();
};
