import { bigint, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz } from "../columns.ts";

/**
 * Enrollments of a journey that began and ended within a quarter of an hour, in which every time zone's days begin. It is
 * written by the roll-up of `journey_counts` only, on the shard of the journey's id, so that a series reads one shard
 * (0116).
 */
export const journeySeries = pgTable(
  "journey_series",
  {
    shard: shard(),
    journeyId: uuid("journey_id").notNull(),
    at: timestamptz("at").notNull(),
    enrolled: bigint("enrolled", { mode: "number" }).notNull(),
    completed: bigint("completed", { mode: "number" }).notNull(),
    stopped: bigint("stopped", { mode: "number" }).notNull(),
    failed: bigint("failed", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.shard, table.journeyId, table.at] })],
);
