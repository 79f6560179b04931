import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, moment, shard, updatedAt, workspaceId } from "./columns.ts";

export const people = pgTable(
  "people",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    externalId: text("external_id"),
    anonymousId: text("anonymous_id"),
    traits: jsonb("traits").$type<Record<string, unknown>>().notNull().default({}),
    tags: text("tags").array().notNull().default(sql`'{}'`),
    stage: text("stage"),
    /** A tombstone points at the person it was merged into (R39). */
    mergedInto: uuid("merged_into"),
    /** What chance goes by at sticky splits; null = the id. A merge keeps the elder's (R39). */
    bucketKey: uuid("bucket_key"),
    /** Of enrollments that were deleted with their journey; the others tell themselves (R29). */
    lastEnteredAt: moment("last_entered_at"),
    lastSeenAt: moment("last_seen_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("people_by_workspace").on(table.shard, table.workspaceId, table.createdAt),
    index("people_merged").on(table.shard, table.mergedInto).where(sql`merged_into is not null`),
  ],
);

/** `shard` here is a hash of (workspace, kind, value), not the person's (R2). */
export const identities = pgTable(
  "identities",
  {
    shard: shard(),
    workspaceId: workspaceId(),
    kind: text("kind", { enum: ["external", "anonymous"] }).notNull(),
    value: text("value").notNull(),
    personId: uuid("person_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.workspaceId, table.kind, table.value] }),
    index("identities_by_person").on(table.personId),
  ],
);

export const segmentMembers = pgTable(
  "segment_members",
  {
    shard: shard(),
    segmentId: uuid("segment_id").notNull(),
    personId: uuid("person_id").notNull(),
    enteredAt: moment("entered_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.segmentId, table.personId] }),
    index("segment_members_by_person").on(table.shard, table.personId),
  ],
);

/**
 * When time alone may change a person's memberships by rules: the earliest moment, a row a person (R23). A claim deletes
 * the row; judging the person anew writes the next.
 */
export const segmentRechecks = pgTable(
  "segment_rechecks",
  {
    shard: shard(),
    personId: uuid("person_id").notNull(),
    workspaceId: workspaceId(),
    recheckAt: moment("recheck_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.personId] }),
    index("segment_rechecks_due").on(table.shard, table.recheckAt),
  ],
);

/**
 * When a person's date comes next for a DATE trigger, a row a trigger (R55). A claim deletes the row and sends what is in it
 * to the person; what the engine makes of it writes the next.
 */
export const dateStarts = pgTable(
  "date_starts",
  {
    shard: shard(),
    personId: uuid("person_id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    nodeId: uuid("node_id").notNull(),
    workspaceId: workspaceId(),
    dueAt: moment("due_at").notNull(),
    /** Dates up to here have been dealt with. */
    since: moment("since").notNull(),
    /** Tells the trait's value that it was planned by; empty where it changed, at `since`, when the date was due already. */
    basis: text("basis").notNull(),
    /** The year of a yearly date; rows of the release before are without. */
    key: text("key"),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.personId, table.journeyId, table.nodeId] }),
    index("date_starts_due").on(table.shard, table.dueAt),
    index("date_starts_by_journey").on(table.shard, table.journeyId),
  ],
);

/** The log of person changes, with the old values (R41). */
export const personChanges = pgTable(
  "person_changes",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    at: moment("at").notNull(),
    source: text("source").notNull(),
    patch: json("patch").$type<Record<string, unknown>>().notNull(),
    before: json("before").$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("person_changes_by_person").on(table.shard, table.personId, table.at),
  ],
);

/** Partitioned by `received_at`. Everything that people did, for ever (or as long as kept). */
export const events = pgTable(
  "events",
  {
    shard: shard(),
    receivedAt: moment("received_at").notNull(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    personId: uuid("person_id").notNull(),
    siteId: uuid("site_id"),
    name: text("name").notNull(),
    properties: json("properties").$type<Record<string, unknown>>().notNull().default({}),
    context: json("context").$type<Record<string, unknown>>(),
    /** The client's own clock (R3). */
    timestamp: moment("timestamp").notNull(),
    messageId: text("message_id"),
    imported: boolean("imported").notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.receivedAt, table.id] }),
    index("events_by_person").on(table.shard, table.personId, table.receivedAt),
  ],
);

/** Partitioned by `day`; `shard` is a hash of (workspace, message id) (R37). */
export const messageIds = pgTable(
  "message_ids",
  {
    shard: shard(),
    day: date("day", { mode: "string" }).notNull(),
    workspaceId: workspaceId(),
    messageId: text("message_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.shard, table.workspaceId, table.messageId, table.day] })],
);

/** The inbox of each shard (R1): read in order `(received_at, id)` by whoever holds the shard's lock. */
export const inbox = pgTable(
  "inbox",
  {
    shard: shard(),
    receivedAt: moment("received_at").notNull().default(sql`clock_timestamp()`),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    personId: uuid("person_id").notNull(),
    kind: text("kind").notNull(),
    payload: json("payload").$type<Record<string, unknown>>().notNull(),
    attempts: smallint("attempts").notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.receivedAt, table.id] }),
    index("inbox_by_person").on(table.shard, table.personId),
  ],
);

/** Signals that could not be processed, kept as they were: a person looks at the error and replays or discards them (R17). */
export const rejectedSignals = pgTable(
  "rejected_signals",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    personId: uuid("person_id").notNull(),
    /** When it was accepted. */
    receivedAt: moment("received_at").notNull(),
    kind: text("kind").notNull(),
    payload: json("payload").$type<Record<string, unknown>>().notNull(),
    /** `refused` = the database does not store what comes of it, or a step throws; `process_died` = processes end when they read it. */
    reason: text("reason", { enum: ["refused", "process_died"] }).notNull(),
    error: text("error").notNull(),
    rejectedAt: moment("rejected_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("rejected_signals_by_workspace").on(table.workspaceId, table.rejectedAt, table.id),
    index("rejected_signals_by_person").on(table.shard, table.personId),
  ],
);

/** Cursor of an operation in one shard. */
export const operationShards = pgTable(
  "operation_shards",
  {
    shard: shard(),
    operationId: uuid("operation_id").notNull(),
    cursor: uuid("cursor"),
    done: integer("done").notNull().default(0),
    total: integer("total"),
    finished: boolean("finished").notNull().default(false),
    /** How often a slice was begun since one was committed last (R17). */
    attempts: integer("attempts").notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.operationId] }),
    uniqueIndex("operation_shards_open").on(table.operationId, table.shard),
  ],
);
