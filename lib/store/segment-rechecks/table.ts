import { index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/**
 * When time alone may change a person's memberships by rules: the earliest moment, a row a person (R23). A claim deletes
 * the row; judging the person anew writes the next.
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
