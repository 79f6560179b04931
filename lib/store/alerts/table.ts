import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz } from "../columns.ts";

/**
 * Alerts for operators. One row per (code, journey, hour) in each shard that raised it. The id is a hash of these and
 * therefore equal in all shards: a batch writes to its own shard only (R4), and a reader adds up the rows.
 */
export const alerts = pgTable(
  "alerts",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    /** `null`: the alert concerns the whole installation. */
    workspaceId: uuid("workspace_id"),
    journeyId: uuid("journey_id"),
    code: text("code", {
      enum: [
        "depth_limit",
        "held_limit",
        "signals_rejected",
        "stalled",
        "signals_waiting",
        "failing",
        "deliveries_failing",
        "operation_failed",
        "schedule_missed",
        "schedule_failed",
        "set_aside",
        "after_gap",
        "clock_jumped",
        "messages_refused",
        "sending_not_set_up",
        "gone_quiet",
        "entries_unusual",
        "key_expiring",
      ],
    }).notNull(),
    text: text("text").notNull(),
    count: integer("count").notNull(),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default(sql`'{}'`),
    /** When it was last raised. */
    at: timestamptz("at").notNull(),
    dismissedAt: timestamptz("dismissed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("alerts_by_workspace").on(table.shard, table.workspaceId, table.at),
  ],
);
