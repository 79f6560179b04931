import { type Connection, timeOr } from "../sql/connection.ts";

/** Shards in which a recheck of memberships is due. Reads one index entry per shard (R8). */
export async function findDueRechecks(sql: Connection, now: string | null): Promise<number[]> {
  const rows = await sql<{ shard: number }[]>`
    select looked.shard
    from shards as looked
    where (select true from segment_rechecks
           where segment_rechecks.shard = looked.shard and recheck_at < ${timeOr(sql, now)}
           order by recheck_at limit 1)`;
  return rows.map((row) => row.shard);
}
