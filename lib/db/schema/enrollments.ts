import { sql } from "drizzle-orm";
import { index, integer, json, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { FailedState } from "#engine";
import type { PackedHop } from "../hops.ts";
import { moment, shard, workspaceId } from "./columns.ts";

/** A row an enrollment, for ever: written at entry and at the end (R6). */
export const enrollments = pgTable(
  "enrollments",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    personId: uuid("person_id").notNull(),
    instanceKey: text("instance_key").notNull().default(""),
    epoch: integer("epoch").notNull(),
    status: text("status", { enum: ["active", "completed", "stopped", "archived", "failed"] })
      .notNull()
      .default("active"),
    exitReason: text("exit_reason"),
    entryNodeId: uuid("entry_node_id").notNull(),
    lastNodeId: uuid("last_node_id"),
    trigger: json("trigger").$type<Record<string, unknown>>(),
    enrolledAt: moment("enrolled_at").notNull(),
    endedAt: moment("ended_at"),
    /** Of a failed enrollment: where and as what it failed, so that a retry can go on from there (R36). */
    failedState: json("failed_state").$type<FailedState>(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("enrollments_by_person").on(table.shard, table.personId, table.journeyId, table.enrolledAt),
    index("enrollments_by_journey").on(table.shard, table.journeyId, table.enrolledAt),
    index("enrollments_failed").on(table.shard, table.journeyId, table.endedAt).where(sql`status = 'failed'`),
  ],
);

/** A row a running enrollment; hot. Deleted when the enrollment ends (R6). */
export const positions = pgTable(
  "positions",
  {
    shard: shard(),
    enrollmentId: uuid("enrollment_id").notNull(),
    workspaceId: workspaceId(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    personId: uuid("person_id").notNull(),
    instanceKey: text("instance_key").notNull().default(""),
    epoch: integer("epoch").notNull(),
    nodeId: uuid("node_id").notNull(),
    /** Clamped to the writing batch's now or later (R8); the true due time is in `state`. */
    wakeAt: moment("wake_at"),
    seq: integer("seq").notNull().default(0),
    enrolledAt: moment("enrolled_at").notNull(),
    state: json("state").$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.enrollmentId] }),
    uniqueIndex("positions_one_running").on(table.shard, table.personId, table.journeyId, table.instanceKey),
    index("positions_due").on(table.shard, table.wakeAt).where(sql`wake_at is not null`),
    index("positions_by_journey").on(table.shard, table.journeyId, table.nodeId),
  ],
);

/** Partitioned by `at`. A row a signal, holding the hops it caused (R7). */
export const history = pgTable(
  "history",
  {
    shard: shard(),
    at: moment("at").notNull(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    enrollmentId: uuid("enrollment_id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    personId: uuid("person_id").notNull(),
    signalId: uuid("signal_id"),
    signalKind: text("signal_kind").notNull(),
    /** Packed, as `packHops` says. */
    hops: json("hops").$type<PackedHop[]>().notNull(),
    committedAt: moment("committed_at").notNull(),
  },
  (table) => [
    // Also the way to an enrollment's hops: an index of its own for that is another 2 µs a row.
    primaryKey({ columns: [table.shard, table.enrollmentId, table.at, table.id] }),
    index("history_by_journey").on(table.shard, table.journeyId, table.at),
  ],
);

/** The outbox, and what became of each message. */
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
    /** `unknown` = its sender died in the attempt and a person is to decide (R42); `held` = set aside by a pause, `pending` = in-page content waiting for the SDK, `captured` = kept here because no mail server is configured. */
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
      method?: string;
      headers?: Record<string, string>;
    }>(),
    attempts: integer("attempts").notNull().default(0),
    /** When it is due; while it is `sending`, when its sender's lease ends. */
    nextAttemptAt: moment("next_attempt_at"),
    /** The number of the process that sends it, or did last (R42). */
    claimedBy: integer("claimed_by"),
    error: text("error"),
    providerId: text("provider_id"),
    /** What a webhook answered: status, headers worth keeping, body. */
    response: json("response").$type<Record<string, unknown>>(),
    /** `enrollment:node:visit`; also the Message-ID of mail (R42). */
    idempotencyKey: text("idempotency_key").notNull(),
    queuedAt: moment("queued_at").notNull(),
    releasedAt: moment("released_at"),
    sentAt: moment("sent_at"),
    expiresAt: moment("expires_at"),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    uniqueIndex("deliveries_once").on(table.shard, table.enrollmentId, table.nodeId, table.visit),
    index("deliveries_due")
      .on(table.shard, table.nextAttemptAt)
      .where(sql`status in ('queued','sending') and channel <> 'webhook'`),
    // A lane of their own: endpoints that hang must not keep mail waiting.
    index("deliveries_due_webhooks")
      .on(table.shard, table.nextAttemptAt)
      .where(sql`status in ('queued','sending') and channel = 'webhook'`),
    index("deliveries_held").on(table.shard, table.journeyId).where(sql`status = 'held'`),
    index("deliveries_by_journey").on(table.shard, table.journeyId, table.queuedAt),
    index("deliveries_failed").on(table.shard, table.journeyId, table.queuedAt).where(sql`status = 'failed'`),
    index("deliveries_by_workspace").on(table.shard, table.workspaceId, table.queuedAt),
  ],
);

/** Person changes and deliveries that a `queue` pause set aside, worked off on resume in order (R33). */
export const queuedActions = pgTable(
  "queued_actions",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    personId: uuid("person_id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    enrollmentId: uuid("enrollment_id").notNull(),
    epoch: integer("epoch").notNull(),
    at: moment("at").notNull(),
    effect: json("effect").$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("queued_actions_by_person").on(table.shard, table.personId),
  ],
);

/** Goals reached, once for each enrollment and key of the goal; `version_id` is the version the enrollment is on or ended on (R52). */
export const conversions = pgTable(
  "conversions",
  {
    shard: shard(),
    enrollmentId: uuid("enrollment_id").notNull(),
    goalRevision: text("goal_revision").notNull(),
    workspaceId: workspaceId(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    personId: uuid("person_id").notNull(),
    eventId: uuid("event_id"),
    at: moment("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.enrollmentId, table.goalRevision] }),
    index("conversions_by_journey").on(table.shard, table.journeyId, table.at),
  ],
);
