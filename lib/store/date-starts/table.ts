import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/**
 * When a person's date comes next for a DATE trigger, a row a trigger (R55). A claim deletes the row and sends what is in it
 * to the person; what the engine makes of it writes the next.
 */
export const dateStarts = pgTable(
  "date_starts",
  {
    shard: shard(),
    personId: uuid("person_id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    nodeId: uuid("node_id").notNull(),
    workspaceId: workspaceId(),
    dueAt: timestamptz("due_at").notNull(),
    /** Dates up to here have been dealt with. */
    since: timestamptz("since").notNull(),
    /** Tells the trait's value that it was planned by; empty where it changed, at `since`, when the date was due already. */
    basis: text("basis").notNull(),
    /** The year of a yearly date; rows of the release before are without. */
    key: text("key"),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.personId, table.journeyId, table.nodeId] }),
    index("date_starts_due").on(table.shard, table.dueAt),
    index("date_starts_by_journey").on(table.shard, table.journeyId),
  ],
);
