import { type Context, iso, isoOrNull, isUuid, notFound } from "#services";
import { readShownDelivery, type ShownDelivery } from "#store/deliveries";
import type { Delivery, DeliveryDetail } from "./schema.ts";

/** A delivery of the workspace. Throws `not_found`. */
export async function findDelivery(ctx: Context, id: string): Promise<ShownDelivery> {
  if (!isUuid(id)) throw notFound("delivery");
  const row = await readShownDelivery(ctx.database.sql, ctx.workspaceId, id);
  if (!row) throw notFound("delivery");
  return row;
}

export function viewDelivery(row: ShownDelivery): Delivery {
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
    reasons: row.reasons,
    queuedAt: iso(row.queued_at),
    nextAttemptAt: isoOrNull(row.next_attempt_at),
    sentAt: isoOrNull(row.sent_at),
  };
}

export function viewDeliveryDetail(row: ShownDelivery): DeliveryDetail {
  return {
    ...viewDelivery(row),
    html: row.rendered?.html ?? null,
    text: row.rendered?.text ?? null,
    notes: row.rendered?.notes ?? [],
    variables: row.variables,
    providerId: row.provider_id,
    display: row.display,
    response: row.response,
  };
}
