import { sql } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, updatedAt, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

export const sites = pgTable(
  "sites",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    origins: text("origins").array().notNull().default(sql`'{}'`),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("sites_by_workspace").on(table.workspaceId)],
);
