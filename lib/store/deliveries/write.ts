import type { TransactionSql } from "#db";
import type { AdvanceResult, DeliveryRequest } from "#engine";
import type { SliceQuery } from "../operations/slice.ts";
import {
  type Connection,
  json,
  type Owned,
  peopleOf,
  plain,
  shardsOf,
  toSqlTimestamp,
  workspacesOf,
} from "../sql/connection.ts";
import { insertRows } from "../sql/insert-rows.ts";
import { ofOneShard } from "../sql/one-shard.ts";

export type NewDelivery = DeliveryRequest & {
  readonly channel: string;
  readonly status: "queued" | "held" | "pending";
  readonly content: { readonly id: string; readonly revision: number } | null;
  /** After this time it is skipped (R44). */
  readonly expiresAt: number | null;
};

/**
 * The unique index `deliveries_once` (enrollment, node, visit) is the last protection against queueing a message twice.
 */
export async function insertDeliveries(sql: TransactionSql, rows: readonly Owned<NewDelivery>[]): Promise<void> {
  await insertRows(sql, "deliveries", {
    shard: ["smallint", shardsOf(rows)],
    id: ["uuid", rows.map(({ row }) => row.id)],
    workspace_id: ["uuid", workspacesOf(rows)],
    journey_id: ["uuid", rows.map(({ row }) => row.journeyId)],
    version_id: ["uuid", rows.map(({ row }) => row.versionId)],
    enrollment_id: ["uuid", rows.map(({ row }) => row.enrollmentId)],
    person_id: ["uuid", peopleOf(rows)],
    node_id: ["uuid", rows.map(({ row }) => row.nodeId)],
    visit: ["int", rows.map(({ row }) => row.visit)],
    epoch: ["int", rows.map(({ row }) => row.epoch)],
    channel: ["text", rows.map(({ row }) => row.channel)],
    content_type: ["text", rows.map(({ row }) => row.contentType)],
    content_id: ["uuid", rows.map(({ row }) => row.content?.id ?? null)],
    content_revision: ["int", rows.map(({ row }) => row.content?.revision ?? null)],
    status: ["text", rows.map(({ row }) => row.status)],
    config: ["json", json(rows.map(({ row }) => row.config))],
    variables: ["json", json(rows.map(({ row }) => row.variables))],
    queued_at: ["moment", rows.map(({ row }) => row.queuedAt)],
    released_at: ["moment", rows.map(({ row }) => row.releasedAt)],
    expires_at: ["moment", rows.map(({ row }) => row.expiresAt)],
    next_attempt_at: ["moment", rows.map(({ row }) => (row.status === "queued" ? row.releasedAt : null))],
    idempotency_key: ["text", rows.map(({ row }) => `${row.enrollmentId}:${row.nodeId}:${row.visit}`)],
  });
}

/**
 * The end of an enrollment cancels deliveries that are not yet claimed (R27). For claimed ones the sender's result is
 * stored.
 */
export async function cancelDeliveries(sql: Connection, rows: readonly Owned<string>[]): Promise<void> {
  await sql`
    update deliveries set status = 'cancelled', next_attempt_at = null
    from unnest(${shardsOf(rows)}::int[], ${rows.map(({ row }) => row)}::uuid[]) as left_by (shard, id)
    where deliveries.shard = left_by.shard ${ofOneShard(sql, "deliveries", shardsOf(rows))} and deliveries.enrollment_id = left_by.id
      and status in ('queued', 'held', 'pending', 'shown')`;
}

/** Cancels deliveries that no sender had claimed when the journey was archived (R27, R31). */
export async function cancelStaleDeliveries({ sql, operation, shard }: SliceQuery): Promise<void> {
  await sql`
    update deliveries set status = 'cancelled', next_attempt_at = null, error = 'The journey was archived.'
    where shard = ${shard} and journey_id = ${operation.journeyId} and status in ('queued', 'held', 'pending', 'shown')
      and epoch < (select epoch from journeys where id = ${operation.journeyId})`;
}

/** Releases deliveries that a pause set aside. In-page content waits for the page, not for a sender. */
export async function releaseDeliveries(
  sql: Connection,
  rows: readonly Owned<AdvanceResult["released"][number]>[],
): Promise<void> {
  await sql`
    update deliveries
    set status = case when channel = 'inapp' then 'pending' else 'queued' end, released_at = released.at,
      expires_at = (released.at at time zone 'UTC' + (expires_at - queued_at)) at time zone 'UTC',
      next_attempt_at = case when channel = 'inapp' then null else released.at end
    from unnest(
      ${shardsOf(rows)}::int[], ${rows.map(({ row }) => row.deliveryId)}::uuid[],
      ${plain(rows.map(({ row }) => toSqlTimestamp(row.at)))}::timestamptz[]
    ) as released (shard, id, at)
    where deliveries.shard = released.shard ${ofOneShard(sql, "deliveries", shardsOf(rows))} and deliveries.id = released.id and status = 'held'`;
}

/**
 * Releases deliveries that senders set aside (R34), for the people between two cursors, so that a resume with a rate
 * does not release all at once.
 */
export async function releasePortion(
  { sql, operation, shard, cursor, now }: SliceQuery,
  last: string | null,
): Promise<void> {
  await sql`
    update deliveries set status = 'queued', next_attempt_at = ${toSqlTimestamp(now)}::timestamptz
    where shard = ${shard} and journey_id = ${operation.journeyId} and status = 'held' and released_at is not null
      and person_id > ${cursor} and (${last}::uuid is null or person_id <= ${last}::uuid)`;
}
