import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";
import { type FieldTypes, jsonType } from "../sql/field-types.ts";

/** How many of the latest events of each shard are looked at. */
const SAMPLE = 300;

/** Of the latest events of a workspace: how many of each name there are, and which properties they have. */
export async function readSeenProperties(
  sql: Connection,
  workspaceId: string,
): Promise<{ readonly sampled: ReadonlyMap<string, number>; readonly properties: (FieldTypes & { name: string })[] }> {
  const latest = sql`
    select latest.name, latest.properties from unnest(${[...ALL_SHARDS]}::int[]) as s (number)
    cross join lateral (
      select name, properties from events where shard = s.number and workspace_id = ${workspaceId}
      order by received_at desc limit ${SAMPLE}
    ) latest`;
  const [counts, properties] = await Promise.all([
    sql<{ name: string; count: number }[]>`select name, count(*)::int as count from (${latest}) seen group by name`,
    sql<(FieldTypes & { name: string })[]>`
      select seen.name, property.key as field, ${jsonType(sql, "property.value")} as type, count(*)::int as count
      from (${latest}) seen
      cross join lateral json_each(case json_typeof(seen.properties) when 'object' then seen.properties end) property
      group by 1, 2, 3`,
  ]);
  return { sampled: new Map(counts.map(({ name, count }) => [name, count])), properties };
}
