import { date, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { shard, workspaceId } from "../columns.ts";

/** Partitioned by `day`; `shard` is a hash of (workspace, message id) (R37). */
export const messageIds = pgTable(
  "message_ids",
  {
    shard: shard(),
    day: date("day", { mode: "string" }).notNull(),
    workspaceId: workspaceId(),
    messageId: text("message_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.shard, table.workspaceId, table.messageId, table.day] })],
);
