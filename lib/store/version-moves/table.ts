import { bigint, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { shard } from "../columns.ts";

/**
 * Enrollments that a plan moved from a node of one version to a node of another: delta rows, rolled up like
 * `node_counts` (R35).
 */
export const versionMoves = pgTable(
  "version_moves",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    fromVersionId: uuid("from_version_id").notNull(),
    toVersionId: uuid("to_version_id").notNull(),
    fromNodeId: uuid("from_node_id").notNull(),
    toNodeId: uuid("to_node_id").notNull(),
    people: bigint("people", { mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("version_moves_by_journey").on(table.shard, table.journeyId),
  ],
);
