import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { timestamptz, workspaceId } from "../columns.ts";
import { journeys } from "../journeys/table.ts";

/** Shares that replace those of the canvas: learned by Thompson sampling, or a promoted winner. */
export const splitAllocations = pgTable(
  "split_allocations",
  {
    journeyId: uuid("journey_id")
      .notNull()
      .references(() => journeys.id, { onDelete: "cascade" }),
    nodeId: uuid("node_id").notNull(),
    workspaceId: workspaceId(),
    source: text("source", { enum: ["thompson", "promoted"] }).notNull(),
    /**
     * Digest of the paths and shares for which it was made (`splitBasis`). A version with another basis uses its own
     * shares.
     */
    basis: text("basis").notNull(),
    /** Share of 100 by edge id; `null`: too few people so far. */
    weights: jsonb("weights").$type<Record<string, number>>(),
    /** The promoted edge. */
    edgeId: uuid("edge_id"),
    /** When the weights last changed. */
    at: timestamptz("at"),
    /** When they were last checked: once an hour, by the one process that claims it. */
    checkedAt: timestamptz("checked_at"),
  },
  (table) => [primaryKey({ columns: [table.journeyId, table.nodeId] })],
);
