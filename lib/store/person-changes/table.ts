import { index, json, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz } from "../columns.ts";

/** The log of person changes, with the old values (R41). */
export const personChanges = pgTable(
  "person_changes",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    at: timestamptz("at").notNull(),
    source: text("source").notNull(),
    patch: json("patch").$type<Record<string, unknown>>().notNull(),
    before: json("before").$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("person_changes_by_person").on(table.shard, table.personId, table.at),
  ],
);
