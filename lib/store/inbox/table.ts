import { sql } from "drizzle-orm";
import { index, json, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/** The inbox of each shard (R1). The holder of the shard's lock reads it in the order `(received_at, id)`. */
export const inbox = pgTable(
  "inbox",
  {
    shard: shard(),
    receivedAt: timestamptz("received_at").notNull().default(sql`clock_timestamp()`),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    personId: uuid("person_id").notNull(),
    kind: text("kind").notNull(),
    payload: json("payload").$type<Record<string, unknown>>().notNull(),
    attempts: smallint("attempts").notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.receivedAt, table.id] }),
    index("inbox_by_person").on(table.shard, table.personId),
  ],
);
