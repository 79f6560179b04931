import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { workspaceId } from "../columns.ts";

/** Which event names anything listens to: decided in SQL while ingesting (R25). */
export const eventInterest = pgTable(
  "event_interest",
  { workspaceId: workspaceId(), name: text("name").notNull() },
  (table) => [primaryKey({ columns: [table.workspaceId, table.name] })],
);
