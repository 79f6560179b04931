import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { timestamptz, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** For each rate of a workspace, when its next message may leave: the queue of all senders. */
export const rateSlots = pgTable(
  "rate_slots",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    nextAt: timestamptz("next_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.key] })],
);
