import { index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/**
 * The earliest time at which a person's memberships by rules may change by time alone, one row per person (R23). A
 * claim deletes the row; evaluating the person again writes the next one.
 */
export const segmentRechecks = pgTable(
  "segment_rechecks",
  {
    shard: shard(),
    personId: uuid("person_id").notNull(),
    workspaceId: workspaceId(),
    recheckAt: timestamptz("recheck_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.personId] }),
    index("segment_rechecks_due").on(table.shard, table.recheckAt),
  ],
);
