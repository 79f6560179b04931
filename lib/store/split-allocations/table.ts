import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { timestamptz, workspaceId } from "../columns.ts";
import { journeys } from "../journeys/table.ts";

/** Shares that stand in for those of the canvas: learned by Thompson sampling, or a promoted winner. */
export const splitAllocations = pgTable(
  "split_allocations",
  {
    journeyId: uuid("journey_id")
      .notNull()
      .references(() => journeys.id, { onDelete: "cascade" }),
    nodeId: uuid("node_id").notNull(),
    workspaceId: workspaceId(),
    source: text("source", { enum: ["thompson", "promoted"] }).notNull(),
    /** Digest of the paths and shares it was made for: a version with others goes by its own (`splitBasis`). */
    basis: text("basis").notNull(),
    /** Share of 100 by edge id; `null` = too few people yet to say. */
    weights: jsonb("weights").$type<Record<string, number>>(),
    /** The promoted edge. */
    edgeId: uuid("edge_id"),
    /** When the weights last changed. */
    at: timestamptz("at"),
    /** When they were last looked at: once an hour, by one process (its claim). */
    checkedAt: timestamptz("checked_at"),
  },
  (table) => [primaryKey({ columns: [table.journeyId, table.nodeId] })],
);
