import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { timestamptz, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

export const auditLog = pgTable(
  "audit_log",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default({}),
    at: timestamptz("at").notNull().defaultNow(),
  },
  (table) => [index("audit_log_by_workspace").on(table.workspaceId, table.at)],
);
