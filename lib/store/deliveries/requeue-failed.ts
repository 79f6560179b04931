import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";

type Failed = { readonly workspaceId: string; readonly journeyId: string | null; readonly channel: string | null };

/**
 * Queues failed deliveries again, the oldest of each shard first, with new attempts and the current content. `full`: a
 * shard may hold more.
 */
export async function requeueFailed(
  sql: Connection,
  { workspaceId, journeyId, channel }: Failed,
  perShard: number,
): Promise<{ readonly retried: number; readonly full: boolean }> {
  const rows = await sql<{ shard: number }[]>`
    with failed as materialized (
      select f.shard, f.id from unnest(${[...ALL_SHARDS]}::int[]) as s (number)
      cross join lateral (
        select d.shard, d.id from deliveries d
        where d.shard = s.number and d.workspace_id = ${workspaceId} and d.status = 'failed'
          ${journeyId === null ? sql`` : sql`and d.journey_id = ${journeyId}`}
          ${channel === null ? sql`` : sql`and d.channel = ${channel}`}
        order by d.queued_at limit ${perShard} for update skip locked
      ) f
    )
    update deliveries d set status = 'queued', next_attempt_at = now(), error = null, expires_at = null, attempts = 0,
      content_revision = null
    from failed where d.shard = failed.shard and d.id = failed.id
    returning d.shard`;
  const perShardCounts = Map.groupBy(rows, ({ shard }) => shard);
  return { retried: rows.length, full: [...perShardCounts.values()].some((own) => own.length >= perShard) };
}
