import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, timestamptz, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** Set-wise work (R15): a cursor per shard in `operation_shards`, done in slices by the engine. */
export const operations = pgTable(
  "operations",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    journeyId: uuid("journey_id"),
    /** `enroll resume archive delete_journey build_segment migrate retry recount erase plan_dates`. */
    kind: text("kind").notNull(),
    input: jsonb("input").$type<Record<string, unknown>>().notNull().default({}),
    status: text("status", { enum: ["waiting", "running", "done", "cancelled", "failed"] })
      .notNull()
      .default("waiting"),
    /** How many people it is about, counted when it was asked for; what was done in the end may differ a little. */
    total: integer("total"),
    /** Of work at a rate, or in two passes: not before this time. */
    nextAt: timestamptz("next_at"),
    /** What came of it beside the work itself, e.g. from when on a recount knows everything. */
    result: jsonb("result").$type<Record<string, unknown>>(),
    error: text("error"),
    createdBy: text("created_by"),
    createdAt: createdAt(),
    finishedAt: timestamptz("finished_at"),
  },
  (table) => [
    index("operations_open").on(table.status, table.createdAt),
    index("operations_by_journey").on(table.journeyId),
  ],
);
