import { sql } from "drizzle-orm";
import { boolean, index, integer, json, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";
import type { Display } from "./in-page.ts";

/** The outbox, with the result of each message. */
export const deliveries = pgTable(
  "deliveries",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    enrollmentId: uuid("enrollment_id").notNull(),
    personId: uuid("person_id").notNull(),
    nodeId: uuid("node_id").notNull(),
    visit: integer("visit").notNull(),
    epoch: integer("epoch").notNull(),
    /** `email sms push webhook inapp`. */
    channel: text("channel").notNull(),
    contentType: text("content_type").notNull(),
    contentId: uuid("content_id"),
    contentRevision: integer("content_revision"),
    /**
     * `unknown`: its sender died during the attempt and a person has to decide (R42). `held`: set aside by a pause; what a policy holds is
     * `queued` with `held_until`, and shown as held.
     * `pending`: in-page content waiting for the SDK. `captured`: kept here because no mail server is configured.
     */
    status: text("status", {
      enum: [
        "queued",
        "held",
        "sending",
        "unknown",
        "sent",
        "captured",
        "pending",
        "shown",
        "completed",
        "dismissed",
        "failed",
        "cancelled",
        "skipped",
      ],
    }).notNull(),
    config: json("config").$type<Record<string, unknown>>().notNull().default({}),
    variables: json("variables").$type<Record<string, unknown>>().notNull().default({}),
    recipient: text("recipient"),
    sender: text("sender"),
    subject: text("subject"),
    rendered: json("rendered").$type<{
      html?: string;
      text?: string;
      replyTo?: string;
      cc?: string[];
      method?: string;
      headers?: Record<string, string>;
    }>(),
    attempts: integer("attempts").notNull().default(0),
    /** When it is due; while `sending`, when its sender's lease ends. */
    nextAttemptAt: timestamptz("next_attempt_at"),
    /** The number of the process that is sending it, or sent it last (R42). */
    claimedBy: integer("claimed_by"),
    error: text("error"),
    /** Queued, but a policy of the workspace holds it until then, for `reasons` (`lib/policies`). */
    heldUntil: timestamptz("held_until"),
    /** Why it could not reach the person, or is held: every reason (`lib/consent`, `lib/policies`). */
    reasons: json("reasons").$type<Record<string, unknown>[]>(),
    providerId: text("provider_id"),
    /** The response of a webhook: status, useful headers, body. */
    response: json("response").$type<Record<string, unknown>>(),
    /** How far a page has come with in-page content, and why it was not shown. */
    display: json("display").$type<Display>(),
    /** `enrollment:node:visit`; also the Message-ID of mail (R42). */
    idempotencyKey: text("idempotency_key").notNull(),
    queuedAt: timestamptz("queued_at").notNull(),
    releasedAt: timestamptz("released_at"),
    sentAt: timestamptz("sent_at"),
    expiresAt: timestamptz("expires_at"),
    /** It was sent with a pixel, or with links of ours (people may have said no to either). */
    trackOpens: boolean("track_opens").notNull().default(false),
    trackClicks: boolean("track_clicks").notNull().default(false),
    /** What happened to it after it was sent; the status stays. The first time of each. */
    deliveredAt: timestamptz("delivered_at"),
    openedAt: timestamptz("opened_at"),
    clickedAt: timestamptz("clicked_at"),
    bouncedAt: timestamptz("bounced_at"),
    complainedAt: timestamptz("complained_at"),
    unsubscribedAt: timestamptz("unsubscribed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    uniqueIndex("deliveries_once").on(table.shard, table.enrollmentId, table.nodeId, table.visit),
    index("deliveries_due")
      .on(table.shard, table.nextAttemptAt)
      .where(sql`status in ('queued','sending') and channel <> 'webhook'`),
    // Webhooks have a separate index, so that hanging endpoints do not delay mail.
    index("deliveries_due_webhooks")
      .on(table.shard, table.nextAttemptAt)
      .where(sql`status in ('queued','sending') and channel = 'webhook'`),
    // Of in-page content alone, so that mail does not pay for it.
    index("deliveries_in_page").on(table.queuedAt).where(sql`channel = 'inapp'`),
    index("deliveries_withheld")
      .on(table.shard, table.personId)
      .where(sql`status = 'queued' and held_until is not null`),
    index("deliveries_held").on(table.shard, table.journeyId).where(sql`status = 'held'`),
    index("deliveries_by_journey").on(table.shard, table.journeyId, table.queuedAt),
    index("deliveries_failed").on(table.shard, table.journeyId, table.queuedAt).where(sql`status = 'failed'`),
    index("deliveries_by_workspace").on(table.shard, table.workspaceId, table.queuedAt),
  ],
);
