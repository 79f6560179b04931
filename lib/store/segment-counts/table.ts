import { bigint, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { shard, workspaceId } from "../columns.ts";

/** Members of a segment: delta rows, rolled up like `node_counts` (R51). */
export const segmentCounts = pgTable(
  "segment_counts",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    segmentId: uuid("segment_id").notNull(),
    members: bigint("members", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.shard, table.id] }), index("segment_counts_by_segment").on(table.segmentId)],
);
