import { sql } from "drizzle-orm";
import { index, integer, json, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, timestamptz, workspaceId } from "../columns.ts";
import { content } from "../content/table.ts";

/** `identity` is the sender that was asked for; empty = the one of the workspace. */
export type TestLetter = {
  readonly html: string;
  readonly text: string;
  readonly replyTo: string;
  readonly fromName: string;
  readonly identity: string;
};

/** Mails that the people who write them send to themselves. They are no deliveries, and nothing counts them. */
export const testSends = pgTable(
  "test_sends",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId(),
    contentId: uuid("content_id")
      .notNull()
      .references(() => content.id, { onDelete: "cascade" }),
    /** Whose values it shows; null = those of the sample person. */
    personId: uuid("person_id"),
    recipient: text("recipient").notNull(),
    sender: text("sender").notNull(),
    subject: text("subject").notNull(),
    /** Emptied once it is sent. */
    letter: json("letter").$type<TestLetter>(),
    status: text("status", { enum: ["queued", "sending", "sent", "captured", "failed"] }).notNull(),
    error: text("error"),
    attempts: integer("attempts").notNull().default(0),
    dueAt: timestamptz("due_at"),
    sentBy: text("sent_by").notNull(),
    createdAt: createdAt(),
    sentAt: timestamptz("sent_at"),
  },
  (table) => [
    index("test_sends_due").on(table.dueAt).where(sql`status in ('queued', 'sending')`),
    index("test_sends_by_content").on(table.contentId, table.createdAt),
    index("test_sends_by_person").on(table.personId).where(sql`person_id is not null`),
  ],
);
