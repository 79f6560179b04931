import { config } from "#config";
import { ALL_SHARDS, type TransactionSql } from "#db";
import { DAY_MS } from "#times";

/**
 * The time from which history is complete, as text; older history may have been dropped by retention (R11). The oldest
 * row shows how far retention got, the setting how far it may have got within a partition.
 */
export async function historyStart(sql: TransactionSql, now: number): Promise<string> {
  const [row] = await sql<{ at: number | null }[]>`
    select floor(extract(epoch from min(first.at)) * 1000)::float8 as at
    from unnest(${[...ALL_SHARDS]}::int[]) as looked (shard)
    cross join journeys
    cross join lateral (
      select at from history where history.shard = looked.shard and history.journey_id = journeys.id order by at limit 1
    ) first`;
  const days = config().keepDays.history;
  return new Date(Math.max(row?.at ?? 0, days === null ? 0 : now - days * DAY_MS)).toISOString();
}
