import type { AdvanceResult } from "#engine";
import { type Connection, type Owned, shardsOf, toSqlTimestamp } from "./connection.ts";

/** What a pause set aside may go now; in-page content waits for the page instead of a sender. */
export async function releaseDeliveries(
  sql: Connection,
  rows: readonly Owned<AdvanceResult["released"][number]>[],
): Promise<void> {
  await sql`
    update deliveries
    set status = case when channel = 'inapp' then 'pending' else 'queued' end, released_at = released.at::timestamptz,
      expires_at = released.at::timestamptz + (expires_at - queued_at),
      next_attempt_at = case when channel = 'inapp' then null else released.at::timestamptz end
    from unnest(
      ${shardsOf(rows)}::int[], ${rows.map(({ row }) => row.deliveryId)}::uuid[],
      ${rows.map(({ row }) => toSqlTimestamp(row.at))}::text[]
    ) as released (shard, id, at)
    where deliveries.shard = released.shard and deliveries.id = released.id and status = 'held'`;
}
