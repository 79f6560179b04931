import { integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** Pictures of mails; their bytes are in a folder or a store outside of the database. */
export const images = pgTable(
  "images",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** What it says, for people who do not see it. */
    alt: text("alt").notNull().default(""),
    /** By its bytes, not by its name. */
    type: text("type", { enum: ["png", "jpeg", "gif", "webp"] }).notNull(),
    bytes: integer("bytes").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    /** The SHA-256 of its bytes: the same picture is kept once. */
    digest: text("digest").notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("images_by_digest").on(table.workspaceId, table.digest)],
);
