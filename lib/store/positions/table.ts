import { sql } from "drizzle-orm";
import { index, integer, json, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/** One row per running enrollment; written often. Deleted when the enrollment ends (R6). */
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
    /** Never before the writing batch's now (R8); the exact due time is in `state`. */
    wakeAt: timestamptz("wake_at"),
    seq: integer("seq").notNull().default(0),
    enrolledAt: timestamptz("enrolled_at").notNull(),
    state: json("state").$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.enrollmentId] }),
    uniqueIndex("positions_one_running").on(table.shard, table.personId, table.journeyId, table.instanceKey),
    index("positions_due").on(table.shard, table.wakeAt).where(sql`wake_at is not null`),
    index("positions_by_journey").on(table.shard, table.journeyId, table.nodeId),
  ],
);
