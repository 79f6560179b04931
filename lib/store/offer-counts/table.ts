import { bigint, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { shard, workspaceId } from "../columns.ts";

/** What happened with each offer of each flow: delta rows, rolled up like `node_counts` (R9). */
export const offerCounts = pgTable(
  "offer_counts",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    flowId: uuid("flow_id").notNull(),
    offerId: uuid("offer_id").notNull(),
    offered: bigint("offered", { mode: "number" }).notNull(),
    explored: bigint("explored", { mode: "number" }).notNull(),
    sent: bigint("sent", { mode: "number" }).notNull(),
    impressions: bigint("impressions", { mode: "number" }).notNull(),
    clicks: bigint("clicks", { mode: "number" }).notNull(),
    conversions: bigint("conversions", { mode: "number" }).notNull(),
    dismissals: bigint("dismissals", { mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("offer_counts_by_offer").on(table.shard, table.workspaceId, table.offerId),
  ],
);
