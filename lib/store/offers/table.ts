import { integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Cap, Learned } from "#engine";
import { createdAt, timestamptz, updatedAt, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** What a decision flow chooses from. `contentId` is the creative; `expression` and `score` are CEL. */
export const offers = pgTable(
  "offers",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    description: text("description"),
    channel: text("channel"),
    contentId: uuid("content_id"),
    rules: jsonb("rules").$type<Record<string, unknown>>(),
    expression: text("expression"),
    startsAt: timestamptz("starts_at"),
    endsAt: timestamptz("ends_at"),
    priority: integer("priority").notNull().default(0),
    score: text("score"),
    caps: jsonb("caps").$type<Cap[]>().notNull().default([]),
    /** Values for templates, conditions and the score of a flow. */
    properties: jsonb("properties").$type<Record<string, unknown>>().notNull().default({}),
    /** The counts from which sampling draws; refreshed from `offer_counts` every ten minutes while a flow samples. */
    learned: jsonb("learned").$type<Learned>(),
    archivedAt: timestamptz("archived_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("offers_by_key").on(table.workspaceId, table.key),
    uniqueIndex("offers_by_number").on(table.workspaceId, table.number),
  ],
);
