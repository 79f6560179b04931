import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, timestamptz, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** Operations (R15): the engine processes them in slices, with a cursor per shard in `operation_shards`. */
export const operations = pgTable(
  "operations",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    journeyId: uuid("journey_id"),
    /** `enroll resume archive delete_journey build_segment migrate retry recount erase start_campaign plan_dates import_people release change_people`. */
    kind: text("kind").notNull(),
    input: jsonb("input").$type<Record<string, unknown>>().notNull().default({}),
    status: text("status", { enum: ["waiting", "running", "done", "cancelled", "failed"] })
      .notNull()
      .default("waiting"),
    /** Number of people when the operation was requested. The number actually processed may differ a little. */
    total: integer("total"),
    /** The next slice does not start before this time: for operations with a rate or with two passes. */
    nextAt: timestamptz("next_at"),
    /** Additional results, for example since when the log of a recount is complete. */
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
