import { bigint, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz } from "../columns.ts";

/** Enrollments of a journey by outcome: delta rows, rolled up like `node_counts`. */
export const journeyCounts = pgTable(
  "journey_counts",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    /** The quarter of an hour in which it happened, until the roll-up moves it to `journey_series`. */
    at: timestamptz("at"),
    enrolled: bigint("enrolled", { mode: "number" }).notNull().default(0),
    completed: bigint("completed", { mode: "number" }).notNull().default(0),
    stopped: bigint("stopped", { mode: "number" }).notNull().default(0),
    failed: bigint("failed", { mode: "number" }).notNull().default(0),
    /** Read only by the previous release; replaced by `goal_counts` and `exposure_counts`. */
    converted: bigint("converted", { mode: "number" }).notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("journey_counts_by_journey").on(table.shard, table.journeyId),
  ],
);
