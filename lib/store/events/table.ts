import { boolean, index, json, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/** All events of people, kept permanently or for the configured retention. Partitioned by `received_at`. */
export const events = pgTable(
  "events",
  {
    shard: shard(),
    receivedAt: timestamptz("received_at").notNull(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    personId: uuid("person_id").notNull(),
    siteId: uuid("site_id"),
    name: text("name").notNull(),
    properties: json("properties").$type<Record<string, unknown>>().notNull().default({}),
    context: json("context").$type<Record<string, unknown>>(),
    /** The client's own clock (R3). */
    timestamp: timestamptz("timestamp").notNull(),
    messageId: text("message_id"),
    imported: boolean("imported").notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.receivedAt, table.id] }),
    index("events_by_person").on(table.shard, table.personId, table.receivedAt),
    // A summary of each four pages, so that a name is found without an entry for each event (R51).
    index("events_by_name").using("brin", table.receivedAt, table.name.op("text_bloom_ops")).with({
      pages_per_range: 4,
      autosummarize: "on",
    }),
  ],
);
