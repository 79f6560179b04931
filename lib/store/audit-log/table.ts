import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { timestamptz, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

export const auditLog = pgTable(
  "audit_log",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    /** `user:`, `key:` or `system:` and an id. */
    actor: text("actor").notNull(),
    /** As they were named at the time; stays when they are gone. */
    actorName: text("actor_name"),
    /** The network address of the request. */
    address: text("address"),
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    subjectName: text("subject_name"),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default({}),
    at: timestamptz("at").notNull().defaultNow(),
  },
  (table) => [
    index("audit_log_by_workspace").on(table.workspaceId, table.at),
    index("audit_log_by_subject").on(table.workspaceId, table.subject, table.at),
  ],
);
