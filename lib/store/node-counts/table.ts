import { bigint, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { shard } from "../columns.ts";

/**
 * Rows are appended, never updated in place, and rolled up once a minute under the shard's lock (R9). `element_id` is a
 * node or an edge. For an edge, `advanced` counts its uses; at a SPLIT, `entered` and `converted` count the enrollments
 * that took it and their goals.
 */
export const nodeCounts = pgTable(
  "node_counts",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    elementId: uuid("element_id").notNull(),
    entered: bigint("entered", { mode: "number" }).notNull().default(0),
    advanced: bigint("advanced", { mode: "number" }).notNull().default(0),
    exited: bigint("exited", { mode: "number" }).notNull().default(0),
    failed: bigint("failed", { mode: "number" }).notNull().default(0),
    /** Read only by the previous release; replaced by `goal_counts` and `exposure_counts`. */
    converted: bigint("converted", { mode: "number" }).notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("node_counts_by_journey").on(table.shard, table.journeyId),
  ],
);
