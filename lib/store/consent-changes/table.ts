import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/** The history of what people answered: each change with its source. */
export const consentChanges = pgTable(
  "consent_changes",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    personId: uuid("person_id").notNull(),
    at: timestamptz("at").notNull(),
    what: text("what", {
      enum: ["subscription", "track_opens", "track_clicks", "frequency", "snooze"],
    }).notNull(),
    /** Of a subscription: the id of a topic, or `*`. */
    topic: text("topic"),
    channel: text("channel"),
    /** Null: no answer before. */
    former: text("former"),
    /** Null: the answer was taken back. */
    current: text("current"),
    source: text("source").notNull(),
    reason: text("reason"),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("consent_changes_by_person").on(table.shard, table.personId, table.at),
  ],
);
