import { boolean, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, timestamptz, updatedAt, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** What people subscribe to, such as a newsletter. */
export const topics = pgTable(
  "topics",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    name: text("name").notNull(),
    description: text("description"),
    /** Whether people who never answered receive it. */
    defaultOn: boolean("default_on").notNull().default(true),
    /** A subscription counts once it is confirmed by a link in a mail. */
    doubleOptIn: boolean("double_opt_in").notNull().default(false),
    /** The mail with that link. */
    confirmationContentId: uuid("confirmation_content_id"),
    /** Its place on the preference page. */
    position: integer("position").notNull().default(0),
    archivedAt: timestamptz("archived_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("topics_by_key").on(table.workspaceId, table.key)],
);
