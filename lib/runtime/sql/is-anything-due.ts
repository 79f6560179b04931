import { ALL_SHARDS } from "#db";
import { type Connection, toSqlTimestamp } from "./connection.ts";

/** Whether somebody waits: a person in a journey or an unsent message; or, with `now`, whether one of them is due. */
export async function isAnythingWaiting(sql: Connection, now: number | null): Promise<boolean> {
  const until = now === null ? "infinity" : toSqlTimestamp(now);
  const rows = await sql`
    select from unnest(${[...ALL_SHARDS]}::int[]) as looked (shard)
    where (select true from positions where positions.shard = looked.shard
             and coalesce(wake_at, case when ${now === null} then '-infinity'::timestamptz end) <= ${until}::timestamptz limit 1)
       or (select true from deliveries where deliveries.shard = looked.shard and status in ('queued', 'sending')
             and next_attempt_at <= ${until}::timestamptz limit 1)
    limit 1`;
  return rows.length > 0;
}
