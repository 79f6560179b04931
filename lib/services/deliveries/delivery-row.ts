import { type Context, iso, isoOrNull, isUuid, notFound } from "#services";
import { NO_JOURNEY, readShownDelivery, type ShownDelivery } from "#store/deliveries";
import type { MessageEventRow } from "#store/message-events";
import { untrackMail } from "#tracking";
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
    ...placeOf(row),
    journeyName: row.journey_name,
    personId: row.person_id,
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
    heldUntil: row.status === "queued" || row.status === "held" ? isoOrNull(row.held_until) : null,
    queuedAt: iso(row.queued_at),
    nextAttemptAt: isoOrNull(row.next_attempt_at),
    sentAt: isoOrNull(row.sent_at),
    deliveredAt: isoOrNull(row.delivered_at),
    openedAt: isoOrNull(row.opened_at),
    clickedAt: isoOrNull(row.clicked_at),
    bouncedAt: isoOrNull(row.bounced_at),
    complainedAt: isoOrNull(row.complained_at),
    unsubscribedAt: isoOrNull(row.unsubscribed_at),
    trackOpens: row.track_opens,
    trackClicks: row.track_clicks,
  };
}

function placeOf({ journey_id, version_id, enrollment_id, node_id }: ShownDelivery) {
  if (journey_id === NO_JOURNEY) return { journeyId: null, versionId: null, enrollmentId: null, nodeId: null };
  return { journeyId: journey_id, versionId: version_id, enrollmentId: enrollment_id, nodeId: node_id };
}

/** The message as its author wrote it: links of ours would count the members who look at it here. */
export function viewDeliveryDetail(row: ShownDelivery, events: readonly MessageEventRow[] = []): DeliveryDetail {
  return {
    ...viewDelivery(row),
    html: row.rendered?.html === undefined ? null : untrackMail(row.rendered.html),
    text: row.rendered?.text ?? null,
    notes: row.rendered?.notes ?? [],
    variables: row.variables,
    events: events.map(({ id, kind, at, detail }) => ({ id, kind, at: iso(at), detail })),
    providerId: row.provider_id,
    display: viewDisplay(row.display),
    response: row.response,
  };
}

function viewDisplay(display: ShownDelivery["display"]): DeliveryDetail["display"] {
  if (display === null) return null;
  const { done, ...rest } = display;
  return { ...rest, ...(done === undefined ? {} : { done: [...done] }) };
}
