import { integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { timestamptz } from "../columns.ts";
import { compiled, contentParts } from "../content/parts.ts";
import { content } from "../content/table.ts";

/** Earlier revisions of content. A delivery is rendered with the revision with which it was queued (R43). */
export const contentRevisions = pgTable(
  "content_revisions",
  {
    contentId: uuid("content_id")
      .notNull()
      .references(() => content.id, { onDelete: "cascade" }),
    revision: integer("revision").notNull(),
    ...contentParts(),
    compiled: compiled(),
    /** When people began to get it. */
    publishedAt: timestamptz("published_at"),
    archivedAt: timestamptz("archived_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.contentId, table.revision] })],
);
