import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/** Near misses at entry by reason and hour: delta rows, some of them with a sample (R41). */
export const nearMisses = pgTable(
  "near_misses",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    journeyId: uuid("journey_id").notNull(),
    reason: text("reason").notNull(),
    hour: timestamptz("hour").notNull(),
    count: integer("count").notNull(),
    samples: jsonb("samples").$type<Record<string, unknown>[]>().notNull().default(sql`'[]'`),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("near_misses_by_journey").on(table.shard, table.journeyId, table.hour),
  ],
);
