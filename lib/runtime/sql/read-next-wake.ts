import { ALL_SHARDS } from "#db";
import type { Connection } from "./connection.ts";

/**
 * The earliest time at which anything is due, in ms; one step into the partial index for each shard. Set-wise work at a
 * rate is due when its next portion is.
 */
export async function readNextWake(sql: Connection): Promise<number | null> {
  const [row] = await sql<{ at: number | null }[]>`
    select floor(extract(epoch from least(min(first.wake_at), (
      select min(next_at) from operations where status in ('waiting', 'running')), (
      select min(next_at) from schedules))) * 1000)::float8 as at
    from unnest(${[...ALL_SHARDS]}::int[]) as looked (shard)
    cross join lateral (
      select least((
        select wake_at from positions
        where positions.shard = looked.shard and wake_at is not null
        order by wake_at limit 1), (
        select recheck_at from segment_rechecks where segment_rechecks.shard = looked.shard
        order by recheck_at limit 1), (
        select due_at from date_starts where date_starts.shard = looked.shard
        order by due_at limit 1)) as wake_at
    ) first`;
  return row?.at ?? null;
}
