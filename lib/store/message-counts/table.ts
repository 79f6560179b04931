import { bigint, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { timestamptz, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/**
 * Number of received messages per hour, including refused ones. The share of refused messages refers to this number.
 */
export const messageCounts = pgTable(
  "message_counts",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    hour: timestamptz("hour").notNull(),
    count: bigint("count", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.hour] })],
);
