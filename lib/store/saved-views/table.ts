import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** Ranges and filters of a page under a name: those of one member, or of everyone in the workspace. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    /** The member's user; null = the view is everyone's. */
    userId: text("user_id"),
    createdBy: text("created_by").notNull(),
    name: text("name").notNull(),
    /** The page's path, such as /deliveries. */
    path: text("path").notNull(),
    /** The page's query, such as status=failed&channel=email. */
    query: text("query").notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("saved_views_by_page").on(table.workspaceId, table.path)],
);
