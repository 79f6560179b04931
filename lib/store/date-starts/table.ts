import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/**
 * The next date of a person for a DATE trigger, one row per trigger (R55). A claim deletes the row and sends its
 * content to the person as a signal. Advancing the person by that signal writes the next row.
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
    /** Dates up to this time have been processed. */
    since: timestamptz("since").notNull(),
    /**
     * Identifies the trait value from which the date was planned. Empty: the value changed, at `since`, when the date
     * was already due.
     */
    basis: text("basis").notNull(),
    /** The year of a yearly date; rows of the previous release have none. */
    key: text("key"),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.personId, table.journeyId, table.nodeId] }),
    index("date_starts_due").on(table.shard, table.dueAt),
    index("date_starts_by_journey").on(table.shard, table.journeyId),
  ],
);
