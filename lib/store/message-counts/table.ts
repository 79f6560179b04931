import { bigint, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { timestamptz, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** How many messages came in each hour, refused ones included: what a share of refused ones is a share of. */
export const messageCounts = pgTable(
  "message_counts",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    hour: timestamptz("hour").notNull(),
    count: bigint("count", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.hour] })],
);
