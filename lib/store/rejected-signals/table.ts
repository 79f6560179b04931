import { index, json, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/**
 * Signals that could not be processed, kept unchanged. A person checks the error and replays or discards them (R17).
 */
export const rejectedSignals = pgTable(
  "rejected_signals",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    personId: uuid("person_id").notNull(),
    /** When the signal was accepted. */
    receivedAt: timestamptz("received_at").notNull(),
    kind: text("kind").notNull(),
    payload: json("payload").$type<Record<string, unknown>>().notNull(),
    /**
     * `refused`: the database does not store its result, or the engine throws. `process_died`: processes crash when
     * they read it.
     */
    reason: text("reason", { enum: ["refused", "process_died"] }).notNull(),
    error: text("error").notNull(),
    rejectedAt: timestamptz("rejected_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("rejected_signals_by_workspace").on(table.workspaceId, table.rejectedAt, table.id),
    index("rejected_signals_by_person").on(table.shard, table.personId),
  ],
);
