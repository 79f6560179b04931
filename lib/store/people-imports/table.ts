import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** Lists of people that were uploaded. The operation with the same id stores their rows. */
export const peopleImports = pgTable(
  "people_imports",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    /** Name of the file, if it was given. */
    name: text("name"),
    columns: jsonb("columns").$type<readonly Record<string, unknown>[]>().notNull(),
    delimiter: text("delimiter").notNull(),
    rows: integer("rows").notNull(),
    /** Rows that cannot be read: known before the first row is stored. */
    refused: integer("refused").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("people_imports_by_workspace").on(table.workspaceId, table.createdAt)],
);
