import { ALL_SHARDS } from "#db";
import type { Connection } from "./connection.ts";

/** The earliest time at which anything is due, in ms; one step into the partial index for each shard. */
export async function readNextWake(sql: Connection): Promise<number | null> {
  const [row] = await sql<{ at: number | null }[]>`
    select floor(extract(epoch from min(first.wake_at)) * 1000)::float8 as at
    from unnest(${[...ALL_SHARDS]}::int[]) as looked (shard)
    cross join lateral (
      select wake_at from positions
      where positions.shard = looked.shard and wake_at is not null
      order by wake_at limit 1
    ) first`;
  return row?.at ?? null;
}
