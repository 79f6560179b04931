import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, timestamptz, updatedAt, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** Public campaigns, and templates of which journeys make private ones. Private ones are in `assigned_campaigns`. */
export const campaigns = pgTable(
  "campaigns",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    number: integer("number").notNull().generatedByDefaultAsIdentity(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    kind: text("kind", { enum: ["public", "private"] }).notNull(),
    isTemplate: boolean("is_template").notNull().default(false),
    contentId: uuid("content_id"),
    /** Of a public campaign: the people it is for; `null` = everybody. */
    segmentId: uuid("segment_id"),
    status: text("status", { enum: ["draft", "active", "ended"] })
      .notNull()
      .default("draft"),
    startsAt: timestamptz("starts_at"),
    endsAt: timestamptz("ends_at"),
    startedAt: timestamptz("started_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("campaigns_by_key").on(table.workspaceId, table.key),
    uniqueIndex("campaigns_by_number").on(table.workspaceId, table.number),
    // What starts or ends by time, looked for every second.
    index("campaigns_starting").on(table.startsAt).where(sql`status = 'draft' and starts_at is not null`),
    index("campaigns_ending").on(table.endsAt).where(sql`status = 'active' and ends_at is not null`),
  ],
);
