import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { workspaceId } from "../columns.ts";

/** Event names that any journey, segment or goal uses. Read in SQL while events are stored (R25). */
export const eventInterest = pgTable(
  "event_interest",
  { workspaceId: workspaceId(), name: text("name").notNull() },
  (table) => [primaryKey({ columns: [table.workspaceId, table.name] })],
);
