import { integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { timestamptz } from "../columns.ts";
import { contentParts } from "../content/parts.ts";
import { content } from "../content/table.ts";

/** The edits of a content item that nobody gets yet; one draft an item. */
export const contentDrafts = pgTable("content_drafts", {
  contentId: uuid("content_id")
    .primaryKey()
    .references(() => content.id, { onDelete: "cascade" }),
  /** The published revision that it began with. */
  baseRevision: integer("base_revision").notNull(),
  /** Raised by each save, so that two people do not overwrite each other. */
  edit: integer("edit").notNull().default(1),
  ...contentParts(),
  updatedBy: text("updated_by").notNull(),
  updatedAt: timestamptz("updated_at").notNull().defaultNow(),
});
