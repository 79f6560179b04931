import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, shard, timestamptz, updatedAt, workspaceId } from "../columns.ts";

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
    /** Set on a tombstone: the person it was merged into (R39). */
    mergedInto: uuid("merged_into"),
    /** Decides the random path at sticky splits; null: the id. A merge keeps the older person's key (R39). */
    bucketKey: uuid("bucket_key"),
    /**
     * Only from enrollments that were deleted with their journey; the time of the others is read from the enrollments
     * (R29).
     */
    lastEnteredAt: timestamptz("last_entered_at"),
    lastSeenAt: timestamptz("last_seen_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    // For lists, so not led by the shard (R51); it has all that the order of a list needs.
    index("people_listed")
      .on(table.workspaceId, table.createdAt, table.id, table.shard)
      .where(sql`merged_into is null`),
    index("people_merged").on(table.shard, table.mergedInto).where(sql`merged_into is not null`),
  ],
);
