import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";
import { type FieldTypes, jsonType } from "../sql/field-types.ts";
import { readSharedValues, type SharedValue } from "../sql/shared-values.ts";

/** How many of the latest events of each shard are looked at. */
const SAMPLE = 300;

/** Of the latest events of a workspace: how many of each name there are, and which properties they have. */
export async function readSeenProperties(
  sql: Connection,
  workspaceId: string,
): Promise<{ readonly sampled: ReadonlyMap<string, number>; readonly properties: (FieldTypes & { name: string })[] }> {
  const latest = latestEvents(sql, workspaceId);
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

/** Of the latest events of a workspace: which values of properties several people share. */
export async function readSeenValues(sql: Connection, workspaceId: string): Promise<SharedValue[]> {
  const latest = latestEvents(sql, workspaceId);
  return await readSharedValues(
    sql,
    sql`select person_id as person, name as event, properties as record from (${latest}) latest`,
  );
}

const latestEvents = (sql: Connection, workspaceId: string) => sql`
  select latest.* from unnest(${[...ALL_SHARDS]}::int[]) as s (number)
  cross join lateral (
    select name, properties, person_id, received_at from events where shard = s.number and workspace_id = ${workspaceId}
    order by received_at desc limit ${SAMPLE}
  ) latest`;

type LatestEvent = { readonly personId: string; readonly properties: Record<string, unknown>; readonly at: number };

/** The latest events of a name, among the latest of the workspace; `most` of them, newest first. */
export async function readLatestEvents(
  sql: Connection,
  workspaceId: string,
  name: string,
  most: number,
): Promise<LatestEvent[]> {
  return await sql<LatestEvent[]>`
    select latest.person_id as "personId", latest.properties,
      floor(date_part('epoch', latest.received_at) * 1000) as at
    from (${latestEvents(sql, workspaceId)}) latest where latest.name = ${name}
    order by latest.received_at desc limit ${most}`;
}
