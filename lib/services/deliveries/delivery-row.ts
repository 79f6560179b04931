import { ALL_SHARDS } from "#db";
import { type Context, iso, isoOrNull, isUuid, notFound } from "#services";
import type { Delivery, DeliveryDetail } from "./schema.ts";

export type DeliveryRow = {
  readonly shard: number;
  readonly id: string;
  readonly workspace_id: string;
  readonly journey_id: string;
  readonly journey_name: string | null;
  readonly version_id: string;
  readonly enrollment_id: string;
  readonly person_id: string;
  readonly node_id: string;
  readonly visit: number;
  readonly channel: string;
  readonly content_type: string;
  readonly content_id: string | null;
  readonly status: Delivery["status"];
  readonly recipient: string | null;
  readonly sender: string | null;
  readonly subject: string | null;
  readonly rendered: { html?: string; text?: string; notes?: string[] } | null;
  readonly variables: Record<string, unknown>;
  readonly provider_id: string | null;
  readonly response: Record<string, unknown> | null;
  readonly attempts: number;
  readonly error: string | null;
  readonly queued_at: string;
  readonly next_attempt_at: string | null;
  readonly sent_at: string | null;
};

const UNSENT = ["queued", "held", "pending"] as const;

/** What an archived journey had not sent counts as cancelled at once (R31), as SQL over deliveries `d` and journeys `j`. */
export function effectiveStatus(ctx: Context) {
  const { sql } = ctx.database;
  return sql`case when d.epoch < j.epoch and d.status = any(${[...UNSENT]}::text[]) then 'cancelled' else d.status end`;
}

/** Asked for in every shard: a merge keeps the id but moves the row to the survivor's (R39). */
export async function findDelivery(ctx: Context, id: string): Promise<DeliveryRow> {
  if (!isUuid(id)) throw notFound("delivery");
  const [row] = await ctx.database.sql<DeliveryRow[]>`
    select d.*, ${effectiveStatus(ctx)} as status, j.name as journey_name
    from deliveries d left join journeys j on j.id = d.journey_id
    where d.shard = any(${ALL_SHARDS}::smallint[]) and d.id = ${id} and d.workspace_id = ${ctx.workspaceId}`;
  if (!row) throw notFound("delivery");
  return row;
}

export function viewDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    journeyId: row.journey_id,
    journeyName: row.journey_name,
    versionId: row.version_id,
    enrollmentId: row.enrollment_id,
    personId: row.person_id,
    nodeId: row.node_id,
    visit: row.visit,
    channel: row.channel,
    contentType: row.content_type,
    contentId: row.content_id,
    status: row.status,
    recipient: row.recipient,
    sender: row.sender,
    subject: row.subject,
    attempts: row.attempts,
    error: row.error,
    queuedAt: iso(row.queued_at),
    nextAttemptAt: isoOrNull(row.next_attempt_at),
    sentAt: isoOrNull(row.sent_at),
  };
}

export function viewDeliveryDetail(row: DeliveryRow): DeliveryDetail {
  return {
    ...viewDelivery(row),
    html: row.rendered?.html ?? null,
    text: row.rendered?.text ?? null,
    notes: row.rendered?.notes ?? [],
    variables: row.variables,
    providerId: row.provider_id,
    response: row.response,
  };
}
