import { integer, json, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Sent } from "#policies";
import { shard, workspaceId } from "../columns.ts";

/** What was sent to a person of what caps count, the oldest first; only in workspaces with caps (R43). */
export const sendUsage = pgTable(
  "send_usage",
  {
    shard: shard(),
    personId: uuid("person_id").notNull(),
    workspaceId: workspaceId(),
    /** The form before `places`; the next change of a row moves what is in it. An older process may still write it. */
    sent: json("sent").$type<readonly Sent[]>().notNull().default([]),
    /** Packed by `writePlaces`. */
    places: text("places").notNull().default(""),
    /** Rises with each change: a sender writes only on what it has read. */
    version: integer("version").notNull(),
  },
  (table) => [primaryKey({ columns: [table.shard, table.personId] })],
);
