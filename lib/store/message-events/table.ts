import { index, json, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/** What happened to a message after it was sent: each report once, however often it comes. */
export const messageEvents = pgTable(
  "message_events",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    personId: uuid("person_id").notNull(),
    deliveryId: uuid("delivery_id").notNull(),
    /** A name of `MESSAGE_EVENTS`. */
    kind: text("kind").notNull(),
    at: timestamptz("at").notNull(),
    /** The same for a repeated report. */
    key: text("key").notNull(),
    detail: json("detail").$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    uniqueIndex("message_events_once").on(table.shard, table.deliveryId, table.key),
    index("message_events_by_person").on(table.shard, table.personId, table.at),
    index("message_events_by_time").on(table.shard, table.at),
  ],
);
