import { integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { timestamptz } from "../columns.ts";
import { onEmpty } from "../content/on-empty.ts";
import { content } from "../content/table.ts";

/** Earlier revisions of content. A delivery is rendered with the revision with which it was queued (R43). */
export const contentRevisions = pgTable(
  "content_revisions",
  {
    contentId: uuid("content_id")
      .notNull()
      .references(() => content.id, { onDelete: "cascade" }),
    revision: integer("revision").notNull(),
    name: text("name").notNull(),
    subject: text("subject"),
    html: text("html"),
    text: text("text"),
    body: jsonb("body").$type<Record<string, unknown>>().notNull(),
    onEmpty: onEmpty(),
    archivedAt: timestamptz("archived_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.contentId, table.revision] })],
);
