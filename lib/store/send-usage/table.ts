import { integer, json, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import type { Sent } from "#policies";
import { shard, workspaceId } from "../columns.ts";

/** What was sent to a person of what caps count, the oldest first; only in workspaces with caps (R43). */
export const sendUsage = pgTable(
  "send_usage",
  {
    shard: shard(),
    personId: uuid("person_id").notNull(),
    workspaceId: workspaceId(),
    sent: json("sent").$type<readonly Sent[]>().notNull(),
    /** Rises with each change: a sender writes only on what it has read. */
    version: integer("version").notNull(),
  },
  (table) => [primaryKey({ columns: [table.shard, table.personId] })],
);
