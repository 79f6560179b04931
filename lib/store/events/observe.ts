import { shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";

/** The first time of a person and name, and when it came after what starts the journey, in ms. */
export type FirstEvent = {
  name: string;
  person: string;
  started: number | null;
  after: number | null;
  properties: Record<string, unknown>;
};

/** Of each person and name the first time, the first time after they started, and what came with the latest. */
export async function readFirsts(
  sql: Connection,
  ids: readonly string[],
  names: readonly string[],
  start: string | null,
  since: number,
): Promise<FirstEvent[]> {
  if (names.length === 0 || ids.length === 0) return [];
  return await sql<FirstEvent[]>`
    with seen as (
      select wanted.id as person, e.name, e.received_at, e.properties
      from unnest(${ids.map(shardOf)}::int[], ${[...ids]}::text[]::uuid[]) as wanted (shard, id)
      join events e on e.shard = wanted.shard and e.person_id = wanted.id
      where e.received_at >= ${new Date(since).toISOString()}::timestamptz and e.name = any(${[...names]}::text[])
        and not e.imported
    ), starts as (
      select person, min(received_at) as at from seen where name = ${start} group by person
    )
    select seen.name, seen.person, floor(extract(epoch from starts.at) * 1000)::float8 as started,
      floor(extract(epoch from min(seen.received_at) filter (where seen.received_at > starts.at)) * 1000)::float8 as after,
      (array_agg(seen.properties order by seen.received_at desc))[1] as properties
    from seen left join starts using (person)
    group by seen.name, seen.person, starts.at`;
}

/** Of the given people those who did one of these things since a moment, in the order given, up to `most`. */
export async function whoDid(
  sql: Connection,
  ids: readonly string[],
  names: readonly string[],
  since: number,
  most: number,
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select wanted.id from unnest(${ids.map(shardOf)}::int[], ${[...ids]}::text[]::uuid[]) with ordinality as wanted (shard, id, place)
    where exists (
      select from events e
      where e.shard = wanted.shard and e.person_id = wanted.id
        and e.received_at >= ${new Date(since).toISOString()}::timestamptz and e.name = any(${[...names]}::text[]))
    order by wanted.place limit ${most}`;
  return rows.map((row) => row.id);
}
