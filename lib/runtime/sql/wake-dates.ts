import { ALL_SHARDS } from "#db";
import { type Connection, timeOr } from "./connection.ts";

/** Shards in which somebody's date has come; one step into the index for each (R8). */
export async function findDueDates(sql: Connection, now: string | null): Promise<number[]> {
  const rows = await sql<{ shard: number }[]>`
    select looked.shard
    from unnest(${[...ALL_SHARDS]}::int[]) as looked (shard)
    where (select true from date_starts
           where date_starts.shard = looked.shard and due_at < ${timeOr(sql, now)}
           order by due_at limit 1)`;
  return rows.map((row) => row.shard);
}

/** Turns due rows of one shard into `date` signals: the row goes, the signal comes, in one statement. */
export async function sendDueDates(sql: Connection, shard: number, now: string | null, limit: number): Promise<number> {
  const result = await sql`
    with due as (
      delete from date_starts
      where shard = ${shard} and (person_id, journey_id, node_id) in (
        select person_id, journey_id, node_id from date_starts
        where shard = ${shard} and due_at < ${timeOr(sql, now)}
        order by due_at limit ${limit}
        for update skip locked)
      returning person_id, workspace_id, journey_id, node_id, since, basis, due_at, key
    )
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shard}, ${timeOr(sql, now)}, gen_random_uuid(), workspace_id, person_id, 'date',
      json_build_object('journeyId', journey_id, 'nodeId', node_id, 'basis', basis,
        'since', floor(extract(epoch from since) * 1000)::bigint,
        'dueAt', floor(extract(epoch from due_at) * 1000)::bigint, 'key', key)
    from due`;
  return result.count;
}
