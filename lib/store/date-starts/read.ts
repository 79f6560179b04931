import { type Connection, timeOr } from "../sql/connection.ts";

/** Shards in which a date is due. Reads one index entry per shard (R8). */
export async function findDueDates(sql: Connection, now: string | null): Promise<number[]> {
  const rows = await sql<{ shard: number }[]>`
    select looked.shard
    from shards as looked
    where (select true from date_starts
           where date_starts.shard = looked.shard and due_at < ${timeOr(sql, now)}
           order by due_at limit 1)`;
  return rows.map((row) => row.shard);
}
