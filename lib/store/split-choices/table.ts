import { boolean, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/** The path that each enrollment took at a SPLIT, one row for the first visit. Used for sticky splits and for lists. */
export const splitChoices = pgTable(
  "split_choices",
  {
    shard: shard(),
    enrollmentId: uuid("enrollment_id").notNull(),
    nodeId: uuid("node_id").notNull(),
    edgeId: uuid("edge_id").notNull(),
    workspaceId: workspaceId(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    personId: uuid("person_id").notNull(),
    /** The split is sticky: the person's earliest choice is used again. */
    sticky: boolean("sticky").notNull(),
    at: timestamptz("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.enrollmentId, table.nodeId] }),
    index("split_choices_by_person").on(table.shard, table.personId),
    index("split_choices_by_journey").on(table.shard, table.journeyId, table.nodeId),
  ],
);
