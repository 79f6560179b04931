import type { DeliveryRequest } from "#engine";
import { type Connection, json, type Owned, peopleOf, shardsOf, workspacesOf } from "./connection.ts";
import { tableOf } from "./table-of.ts";

export type NewDelivery = DeliveryRequest & {
  readonly channel: string;
  readonly status: "queued" | "held" | "pending";
  readonly content: { readonly id: string; readonly revision: number } | null;
  /** After that it is skipped (R44). */
  readonly expiresAt: number | null;
};

/** `deliveries_once` (enrollment, node, visit) is the last line against a message queued twice. */
export async function insertDeliveries(sql: Connection, rows: readonly Owned<NewDelivery>[]): Promise<void> {
  await sql`
    insert into deliveries (shard, id, workspace_id, journey_id, version_id, enrollment_id, person_id, node_id, visit, epoch,
      channel, content_type, content_id, content_revision, status, config, variables, idempotency_key, queued_at,
      released_at, expires_at, next_attempt_at)
    select shard, id, workspace_id, journey_id, version_id, enrollment_id, person_id, node_id, visit, epoch, channel,
      content_type, content_id, content_revision, status, config, variables,
      enrollment_id || ':' || node_id || ':' || visit, to_timestamp(queued_at / 1000), to_timestamp(released_at / 1000),
      to_timestamp(expires_at / 1000), case when status = 'queued' then to_timestamp(released_at / 1000) end
    from (${tableOf(sql, {
      shard: ["int", shardsOf(rows)],
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
      queued_at: ["float8", rows.map(({ row }) => row.queuedAt)],
      released_at: ["float8", rows.map(({ row }) => row.releasedAt)],
      expires_at: ["float8", rows.map(({ row }) => row.expiresAt)],
    })}) as new`;
}
