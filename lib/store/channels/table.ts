import { integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { OWN_CHANNEL_TYPES } from "#journey";
import { createdAt, updatedAt, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** The channels of a workspace. One that is `off` sends nothing; a kind without a channel that is `on` has none. */
export const channels = pgTable(
  "channels",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    number: integer("number").notNull().generatedByDefaultAsIdentity(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    kind: text("kind", { enum: OWN_CHANNEL_TYPES }).notNull(),
    status: text("status", { enum: ["on", "off"] })
      .notNull()
      .default("on"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("channels_by_key").on(table.workspaceId, table.key),
    uniqueIndex("channels_by_number").on(table.workspaceId, table.number),
  ],
);
