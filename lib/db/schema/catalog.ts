import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment, updatedAt, workspaceId } from "./columns.ts";
import { workspaces } from "./workspaces.ts";

/** What becomes of a message of which a variable is empty. */
const onEmpty = () =>
  text("on_empty", { enum: ["send", "skip", "fail"] })
    .notNull()
    .default("send");

/** Messages and in-page content. `slug` is the unique key; `body` holds what other types than email need. */
export const content = pgTable(
  "content",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    number: integer("number").notNull().generatedAlwaysAsIdentity(),
    slug: text("slug").notNull(),
    type: text("type").notNull(),
    name: text("name").notNull(),
    subject: text("subject"),
    html: text("html"),
    text: text("text"),
    body: jsonb("body").$type<Record<string, unknown>>().notNull().default({}),
    onEmpty: onEmpty(),
    revision: integer("revision").notNull().default(1),
    archivedAt: moment("archived_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("content_by_slug").on(table.workspaceId, table.slug)],
);

/** Earlier revisions of content: a delivery shows the one it was queued with (R43). */
export const contentRevisions = pgTable(
  "content_revisions",
  {
    contentId: uuid("content_id")
      .notNull()
      .references(() => content.id, { onDelete: "cascade" }),
    revision: integer("revision").notNull(),
    name: text("name").notNull(),
    subject: text("subject"),
    html: text("html"),
    text: text("text"),
    body: jsonb("body").$type<Record<string, unknown>>().notNull(),
    onEmpty: onEmpty(),
    archivedAt: moment("archived_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.contentId, table.revision] })],
);

/** `static` = a list kept by hand; `rules` = a rule group evaluated by the engine's rule evaluator. */
export const segments = pgTable(
  "segments",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    number: integer("number").notNull().generatedAlwaysAsIdentity(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    description: text("description"),
    kind: text("kind", { enum: ["static", "rules"] }).notNull(),
    rules: jsonb("rules").$type<Record<string, unknown>>(),
    /** Keys it had before: what refers to it by one of them still means it (R46). */
    formerKeys: text("former_keys").array().notNull().default(sql`'{}'`),
    revision: integer("revision").notNull().default(1),
    builtAt: moment("built_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("segments_by_key").on(table.workspaceId, table.key)],
);

/** Event names seen, flushed in the background (R4). */
export const eventCatalog = pgTable(
  "event_catalog",
  {
    workspaceId: workspaceId(),
    name: text("name").notNull(),
    firstSeenAt: moment("first_seen_at").notNull().defaultNow(),
    lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
    count: bigint("count", { mode: "number" }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.name] })],
);

/** Set-wise work (R15): a cursor per shard in `operation_shards`, done in slices by the engine. */
export const operations = pgTable(
  "operations",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    journeyId: uuid("journey_id"),
    /** `enroll resume archive delete_journey build_segment migrate retry recount erase plan_dates`. */
    kind: text("kind").notNull(),
    input: jsonb("input").$type<Record<string, unknown>>().notNull().default({}),
    status: text("status", { enum: ["waiting", "running", "done", "cancelled", "failed"] })
      .notNull()
      .default("waiting"),
    /** How many people it is about, counted when it was asked for; what was done in the end may differ a little. */
    total: integer("total"),
    /** Of work at a rate, or in two passes: not before this time. */
    nextAt: moment("next_at"),
    /** What came of it beside the work itself, e.g. from when on a recount knows everything. */
    result: jsonb("result").$type<Record<string, unknown>>(),
    error: text("error"),
    createdBy: text("created_by"),
    createdAt: createdAt(),
    finishedAt: moment("finished_at"),
  },
  (table) => [
    index("operations_open").on(table.status, table.createdAt),
    index("operations_by_journey").on(table.journeyId),
  ],
);
