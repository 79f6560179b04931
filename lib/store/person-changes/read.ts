import { shardOf } from "#db";
import type { PersonChange } from "#engine";
import type { StayRow } from "../enrollments/read.ts";
import { type Connection, plain, toSqlTimestamp } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";

type Where = { readonly sql: Connection; readonly shard: number };

/** Every change of people since their first enrollment, oldest first. */
export async function readChangesSince(
  { sql, shard }: Where,
  stays: readonly StayRow[],
): Promise<(Pick<PersonChange, "at" | "before"> & { readonly personId: string })[]> {
  const first = new Map<string, number>();
  for (const { personId, enrolledAt } of stays)
    first.set(personId, Math.min(enrolledAt, first.get(personId) ?? enrolledAt));
  if (first.size === 0) return [];
  return await sql<{ personId: string; at: number; before: PersonChange["before"] }[]>`
    select person_id as "personId", floor(date_part('epoch', at) * 1000 + 0.0005) as at, before
    from unnest(${plain([...first.keys()])}::uuid[], ${plain([...first.values()])}::float8[]) as wanted (id, since)
    join person_changes on person_changes.shard = ${shard} and person_changes.person_id = wanted.id
      and person_changes.at > to_timestamp(wanted.since / 1000)
    order by person_changes.at, person_changes.id`;
}

/** Every change of people since a time, oldest first. */
export async function readChanges(
  sql: Connection,
  shards: number[],
  people: string[],
  since: number,
): Promise<(PersonChange & { readonly personId: string })[]> {
  return await sql<(PersonChange & { personId: string })[]>`
    select person_id as "personId", source, patch, before, floor(date_part('epoch', at) * 1000 + 0.0005) as at
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join person_changes on person_changes.shard = wanted.shard ${ofOneShard(sql, "person_changes", shards)}
      and person_changes.person_id = wanted.id
    where at >= ${toSqlTimestamp(since)}::timestamptz
    order by at, person_changes.id`;
}

type Moves = { readonly segmentIds: readonly string[]; readonly since: number; readonly most: number };

/** Those of the given people who joined or left one of the segments since a time (epoch ms), in the given order. */
export async function whoMoved(
  sql: Connection,
  ids: readonly string[],
  { segmentIds, since, most }: Moves,
): Promise<string[]> {
  const segments = plain(segmentIds);
  const rows = await sql<{ id: string }[]>`
    select wanted.id from unnest(${plain(ids.map(shardOf))}::int[], ${plain(ids)}::uuid[]) with ordinality as wanted (shard, id, place)
    where exists (
      select from person_changes c
      where c.shard = wanted.shard and c.person_id = wanted.id and c.at >= ${toSqlTimestamp(since)}::timestamptz
        and (jsonb_exists_any((c.patch -> 'addSegments')::jsonb, ${segments}::text[])
          or jsonb_exists_any((c.patch -> 'removeSegments')::jsonb, ${segments}::text[])))
    order by wanted.place limit ${most}`;
  return rows.map((row) => row.id);
}
