import { sql } from "drizzle-orm";
import { index, integer, json, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { FailedState } from "#engine";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/** One row per enrollment, kept permanently; written at entry and at the end (R6). */
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
    /** `archived` occurs only in rows that a process of an older release has hidden. */
    status: text("status", { enum: ["active", "completed", "stopped", "archived", "failed"] })
      .notNull()
      .default("active"),
    exitReason: text("exit_reason"),
    entryNodeId: uuid("entry_node_id").notNull(),
    lastNodeId: uuid("last_node_id"),
    trigger: json("trigger").$type<Record<string, unknown>>(),
    enrolledAt: timestamptz("enrolled_at").notNull(),
    endedAt: timestamptz("ended_at"),
    /** When it was hidden from the lists; it still counts in its outcome. */
    hiddenAt: timestamptz("hidden_at"),
    /** The node and state in which a failed enrollment failed, so that a retry can continue there (R36). */
    failedState: json("failed_state").$type<FailedState>(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("enrollments_by_person").on(table.shard, table.personId, table.journeyId, table.enrolledAt),
    // For lists, so not led by the shard (R51); it has all that the order of a list needs.
    index("enrollments_listed").on(table.journeyId, table.enrolledAt, table.id, table.shard),
    // As `isHidden` says it.
    index("enrollments_hidden")
      .on(table.journeyId, table.id, table.shard)
      .where(sql`status = 'archived' or (hidden_at is not null and status <> 'active')`),
    index("enrollments_failed").on(table.shard, table.journeyId, table.endedAt).where(sql`status = 'failed'`),
  ],
);
