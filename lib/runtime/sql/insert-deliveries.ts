import type { DeliveryRequest } from "#engine";
import { type Connection, moment, momentOrNull, type Owned, peopleOf, shardsOf, workspacesOf } from "./connection.ts";

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
      content_type, content_id, content_revision, status, config::jsonb, variables::jsonb,
      enrollment_id || ':' || node_id || ':' || visit, queued_at::timestamptz, released_at::timestamptz, expires_at::timestamptz,
      case when status = 'queued' then released_at::timestamptz end
    from unnest(
      ${shardsOf(rows)}::int[], ${rows.map(({ row }) => row.id)}::uuid[], ${workspacesOf(rows)}::uuid[],
      ${rows.map(({ row }) => row.journeyId)}::uuid[], ${rows.map(({ row }) => row.versionId)}::uuid[],
      ${rows.map(({ row }) => row.enrollmentId)}::uuid[], ${peopleOf(rows)}::uuid[],
      ${rows.map(({ row }) => row.nodeId)}::uuid[], ${rows.map(({ row }) => row.visit)}::int[],
      ${rows.map(({ row }) => row.epoch)}::int[], ${rows.map(({ row }) => row.channel)}::text[],
      ${rows.map(({ row }) => row.contentType)}::text[], ${rows.map(({ row }) => row.content?.id ?? null)}::uuid[],
      ${rows.map(({ row }) => row.content?.revision ?? null)}::int[], ${rows.map(({ row }) => row.status)}::text[],
      ${rows.map(({ row }) => JSON.stringify(row.config))}::text[],
      ${rows.map(({ row }) => JSON.stringify(row.variables))}::text[],
      ${rows.map(({ row }) => moment(row.queuedAt))}::text[],
      ${rows.map(({ row }) => momentOrNull(row.releasedAt))}::text[],
      ${rows.map(({ row }) => momentOrNull(row.expiresAt))}::text[]
    ) as new (shard, id, workspace_id, journey_id, version_id, enrollment_id, person_id, node_id, visit, epoch, channel,
      content_type, content_id, content_revision, status, config, variables, queued_at, released_at,
      expires_at)`;
}
