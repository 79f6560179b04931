import type { SeenField } from "./schema.ts";

export type Counted = { readonly field: string; readonly type: string; readonly count: number };

/** Names beyond are values that somebody uses as names. */
const MOST_FIELDS = 200;

/** The fields by name, each with its types; of too many those that are seen most. */
export function seenFields(counted: readonly Counted[]): SeenField[] {
  const fields = [...Map.groupBy(counted, ({ field }) => field)].map(([name, types]) => ({
    name,
    count: types.reduce((sum, { count }) => sum + count, 0),
    types: types.map(({ type, count }) => ({ type, count })).sort((one, other) => (one.type < other.type ? -1 : 1)),
  }));
  return fields
    .sort((one, other) => other.count - one.count || byName(one, other))
    .slice(0, MOST_FIELDS)
    .sort(byName);
}

const byName = (one: SeenField, other: SeenField): number => (one.name < other.name ? -1 : 1);
