import type { TransactionSql } from "#db";

/** The time of the oldest history row of any journey, in ms; it shows how far retention got (R11). `null`: there is none. */
export async function firstHistory(sql: TransactionSql): Promise<number | null> {
  const [row] = await sql<{ at: number | null }[]>`
    select floor(extract(epoch from min(first.at)) * 1000)::float8 as at
    from shards as looked
    cross join journeys
    cross join lateral (
      select at from history where history.shard = looked.shard and history.journey_id = journeys.id order by at limit 1
    ) first`;
  return row?.at ?? null;
}
