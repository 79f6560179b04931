import type { TransactionSql } from "#db";
import type { DeliveryRequest } from "#engine";
import { json, type Owned, peopleOf, shardsOf, workspacesOf } from "./connection.ts";
import { insertRows } from "./insert-rows.ts";

export type NewDelivery = DeliveryRequest & {
  readonly channel: string;
  readonly status: "queued" | "held" | "pending";
  readonly content: { readonly id: string; readonly revision: number } | null;
  /** After that it is skipped (R44). */
  readonly expiresAt: number | null;
};

/** `deliveries_once` (enrollment, node, visit) is the last line against a message queued twice. */
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
