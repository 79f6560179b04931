import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, timestamptz, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** What an alert or a comment says, or which seven days a report is about. */
export type NoticeContent = Readonly<Record<string, unknown>>;

/**
 * Alerts, reports and mentions on their way to members and systems. The id is a hash of what it is about, of the day and of the
 * recipient, so that several engines queue each once. They are no deliveries, and nothing counts them.
 */
export const notices = pgTable(
  "notices",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["alert", "report", "mention"] }).notNull(),
    channel: text("channel", { enum: ["email", "webhook"] }).notNull(),
    recipient: text("recipient").notNull(),
    content: jsonb("content").$type<NoticeContent>().notNull(),
    status: text("status", { enum: ["queued", "sending", "sent", "captured", "failed"] })
      .notNull()
      .default("queued"),
    error: text("error"),
    attempts: integer("attempts").notNull().default(0),
    dueAt: timestamptz("due_at"),
    createdAt: createdAt(),
    sentAt: timestamptz("sent_at"),
  },
  (table) => [
    index("notices_due").on(table.dueAt).where(sql`status in ('queued', 'sending')`),
    index("notices_by_workspace").on(table.workspaceId, table.createdAt),
  ],
);
