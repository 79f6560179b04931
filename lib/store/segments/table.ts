import { sql } from "drizzle-orm";
import { integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, timestamptz, updatedAt, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** `static`: a list kept by hand. `rules`: a rule group that the engine evaluates. */
export const segments = pgTable(
  "segments",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    number: integer("number").notNull().generatedByDefaultAsIdentity(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    description: text("description"),
    kind: text("kind", { enum: ["static", "rules"] }).notNull(),
    rules: jsonb("rules").$type<Record<string, unknown>>(),
    /** Its former keys. References by a former key still mean this segment (R46). */
    formerKeys: text("former_keys").array().notNull().default(sql`'{}'`),
    revision: integer("revision").notNull().default(1),
    builtAt: timestamptz("built_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("segments_by_key").on(table.workspaceId, table.key),
    uniqueIndex("segments_by_number").on(table.workspaceId, table.number),
  ],
);
