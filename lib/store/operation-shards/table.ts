import { boolean, integer, pgTable, primaryKey, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { shard } from "../columns.ts";

/** Cursor of an operation in one shard. */
export const operationShards = pgTable(
  "operation_shards",
  {
    shard: shard(),
    operationId: uuid("operation_id").notNull(),
    cursor: uuid("cursor"),
    done: integer("done").notNull().default(0),
    total: integer("total"),
    finished: boolean("finished").notNull().default(false),
    /** Number of slices started since the last committed one (R17). */
    attempts: integer("attempts").notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.operationId] }),
    uniqueIndex("operation_shards_open").on(table.operationId, table.shard),
  ],
);
