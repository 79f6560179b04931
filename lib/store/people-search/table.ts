import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, shard, workspaceId } from "../columns.ts";

/**
 * What people are searched by, a row for each who is not merged. A table of its own, because an index on the traits of
 * `people` would end HOT updates of that table (R51). The index on `words` is made by a migration: trigrams where the
 * extension is there, else the beginnings of words.
 */
export const peopleSearch = pgTable(
  "people_search",
  {
    shard: shard(),
    personId: uuid("person_id").notNull(),
    workspaceId: workspaceId(),
    /** Ids, address and names in lower case, each after a space. */
    words: text("words").notNull(),
    tags: text("tags").array().notNull().default(sql`'{}'`),
    /** Of the person. */
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.personId] }),
    index("people_search_tags").using("gin", table.tags),
  ],
);
