import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { SUBSCRIPTION_STATES } from "#consent";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/** What people answered about topics and channels; who never answered has no row. */
export const subscriptions = pgTable(
  "subscriptions",
  {
    shard: shard(),
    personId: uuid("person_id").notNull(),
    /** The id of a topic; `*`: all of them. */
    topic: text("topic").notNull(),
    /** `email sms push`; `*`: all of them. */
    channel: text("channel").notNull(),
    workspaceId: workspaceId(),
    state: text("state", { enum: SUBSCRIPTION_STATES }).notNull(),
    source: text("source").notNull(),
    at: timestamptz("at").notNull(),
    /** When the mail that asks for the confirmation of a pending one is due; null: it was sent, or none is needed. */
    confirmDueAt: timestamptz("confirm_due_at"),
    confirmAttempts: integer("confirm_attempts").notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.personId, table.topic, table.channel] }),
    index("subscriptions_to_confirm").on(table.shard, table.confirmDueAt).where(sql`confirm_due_at is not null`),
  ],
);
