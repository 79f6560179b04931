import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { timestamptz, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";
import { RETENTION_KINDS } from "./kinds.ts";

/** Receipts of what was deleted because a workspace keeps it for a time; the latest of a kind says where the next begins. */
export const retentionPurges = pgTable(
  "retention_purges",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: RETENTION_KINDS }).notNull(),
    /** The retention that held, in days. */
    keepDays: integer("keep_days").notNull(),
    /** What is older than this time is gone. */
    until: timestamptz("until").notNull(),
    rows: integer("rows").notNull(),
    startedAt: timestamptz("started_at").notNull().defaultNow(),
    /** When nothing older was left; null = it was interrupted, and the next run went on. */
    finishedAt: timestamptz("finished_at"),
  },
  (table) => [index("retention_purges_by_workspace").on(table.workspaceId, table.kind, table.startedAt)],
);
