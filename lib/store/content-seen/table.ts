import { integer, json, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/** What a person saw of content in pages, over all journeys: it bounds how often it is shown, and what a dismissal ends. */
export const contentSeen = pgTable(
  "content_seen",
  {
    shard: shard(),
    personId: uuid("person_id").notNull(),
    contentId: uuid("content_id").notNull(),
    workspaceId: workspaceId(),
    type: text("type").notNull(),
    /** How often it was shown. */
    shown: integer("shown").notNull().default(0),
    /** When it was shown lately, in ms; the latest first. */
    shownAt: json("shown_at").$type<number[]>().notNull().default([]),
    completedAt: timestamptz("completed_at"),
    dismissedAt: timestamptz("dismissed_at"),
    /** What the dismissal keeps from being shown: this content, its kind, or all; null = nothing. */
    dismissedScope: text("dismissed_scope", { enum: ["item", "kind", "all"] }),
    /** When it may be shown again; null = never. */
    dismissedUntil: timestamptz("dismissed_until"),
  },
  (table) => [primaryKey({ columns: [table.shard, table.personId, table.contentId] })],
);
