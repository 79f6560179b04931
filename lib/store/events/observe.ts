import { shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";

/** Per person and name: the time of the journey's start event, and the first time the event came after it, in ms. */
export type FirstEvent = {
  name: string;
  person: string;
  started: number | null;
  after: number | null;
  properties: Record<string, unknown>;
};

/** Per person and name: the start time, the first occurrence after it, and the properties of the latest occurrence. */
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

/** Those of the given people who caused one of the events since a time, in the given order, up to `most`. */
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
