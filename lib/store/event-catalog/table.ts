import { bigint, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { timestamptz, workspaceId } from "../columns.ts";

/** Event names seen; flushed in the background (R4). */
export const eventCatalog = pgTable(
  "event_catalog",
  {
    workspaceId: workspaceId(),
    name: text("name").notNull(),
    firstSeenAt: timestamptz("first_seen_at").notNull().defaultNow(),
    lastSeenAt: timestamptz("last_seen_at").notNull().defaultNow(),
    count: bigint("count", { mode: "number" }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.name] })],
);
