import { bigint, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shard } from "../columns.ts";

/**
 * People on each arm of a split, and how many of them reached a goal afterwards: delta rows, rolled up like
 * `node_counts`. Rows that count people have the `goal_revision` ''; rows that count goals have no people (R54).
 */
export const exposureCounts = pgTable(
  "exposure_counts",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    nodeId: uuid("node_id").notNull(),
    arm: text("arm").notNull(),
    goalRevision: text("goal_revision").notNull(),
    people: bigint("people", { mode: "number" }).notNull(),
    converted: bigint("converted", { mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("exposure_counts_by_journey").on(table.shard, table.journeyId),
  ],
);
