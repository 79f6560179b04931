import { ALL_SHARDS, type TransactionSql } from "#db";
import type { NotedEvent } from "./kinds.ts";

export type LockedDelivery = {
  readonly shard: number;
  readonly id: string;
  readonly workspaceId: string;
  readonly personId: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly nodeId: string;
  readonly channel: string;
  readonly contentId: string | null;
  readonly trackOpens: boolean;
  readonly trackClicks: boolean;
  /** The kinds whose first time is known. */
  readonly noted: readonly NotedEvent[];
};

/** Locks deliveries in one order, so that two reports about the same ones never wait for each other. */
export async function lockDeliveries(
  sql: TransactionSql,
  events: readonly { readonly deliveryId: string }[],
): Promise<ReadonlyMap<string, LockedDelivery>> {
  const ids = [...new Set(events.map(({ deliveryId }) => deliveryId))].sort();
  if (ids.length === 0) return new Map();
  const rows = await sql<LockedDelivery[]>`
    select shard, id, workspace_id as "workspaceId", person_id as "personId", journey_id as "journeyId",
      version_id as "versionId", node_id as "nodeId", channel, content_id as "contentId", track_opens as "trackOpens",
      track_clicks as "trackClicks",
      array_remove(array[
        case when delivered_at is not null then 'delivered' end, case when opened_at is not null then 'opened' end,
        case when clicked_at is not null then 'clicked' end, case when bounced_at is not null then 'bounced' end,
        case when complained_at is not null then 'complained' end,
        case when unsubscribed_at is not null then 'unsubscribed' end], null) as noted
    from deliveries
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and id = any(${ids}::text[]::uuid[])
    order by shard, id for update`;
  return new Map(rows.map((row) => [row.id, row]));
}
