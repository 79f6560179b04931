import { boolean, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, timestamptz, updatedAt, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";
import { compiled, contentParts } from "./parts.ts";

/** Messages and in-page content. `slug` is the unique key; `body` holds what other types than email need. */
export const content = pgTable(
  "content",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    number: integer("number").notNull().generatedByDefaultAsIdentity(),
    slug: text("slug").notNull(),
    type: text("type").notNull(),
    ...contentParts(),
    compiled: compiled(),
    /** It passes what people subscribed to, and says nothing to sell. The present value holds for every revision. */
    transactional: boolean("transactional").notNull().default(false),
    /** What a person subscribes to in order to receive it. */
    topicId: uuid("topic_id"),
    revision: integer("revision").notNull().default(1),
    archivedAt: timestamptz("archived_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("content_by_slug").on(table.workspaceId, table.slug),
    uniqueIndex("content_by_number").on(table.workspaceId, table.number),
  ],
);
