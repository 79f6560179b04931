import { index, integer, pgTable, uuid } from "drizzle-orm/pg-core";
import { timestamptz, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** Receipts of what was taken out of the archive of rendered messages, one for each run that found something. */
export const archivePurges = pgTable(
  "archive_purges",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    /** The retention that held, in days. */
    keepDays: integer("keep_days").notNull(),
    /** Messages queued before this time were purged. */
    until: timestamptz("until").notNull(),
    messages: integer("messages").notNull(),
    startedAt: timestamptz("started_at").notNull().defaultNow(),
    /** When nothing older was left; null = it was interrupted, and the next run went on. */
    finishedAt: timestamptz("finished_at"),
  },
  (table) => [index("archive_purges_by_workspace").on(table.workspaceId, table.startedAt)],
);
