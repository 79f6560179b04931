import { index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz } from "../columns.ts";

export const segmentMembers = pgTable(
  "segment_members",
  {
    shard: shard(),
    segmentId: uuid("segment_id").notNull(),
    personId: uuid("person_id").notNull(),
    enteredAt: timestamptz("entered_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.segmentId, table.personId] }),
    index("segment_members_by_person").on(table.shard, table.personId),
  ],
);
