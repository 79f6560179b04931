import { bigint, index, numeric, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shard } from "../columns.ts";

/**
 * Number of enrollments that reached a goal, by the version they are on or ended on and by the key of the goal: delta
 * rows, rolled up like `node_counts` (R52).
 */
export const goalCounts = pgTable(
  "goal_counts",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    goalRevision: text("goal_revision").notNull(),
    converted: bigint("converted", { mode: "number" }).notNull(),
    /** The sum of their values. */
    value: numeric("value", { precision: 24, scale: 4, mode: "number" }).notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("goal_counts_by_journey").on(table.shard, table.journeyId),
  ],
);
