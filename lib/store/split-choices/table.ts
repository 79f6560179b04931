import { boolean, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/** The path each enrollment took at a SPLIT, a row for the first time: for who always takes the same path, and for lists. */
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
    /** The split is the same for a person every time: their earliest choice is asked for again. */
    sticky: boolean("sticky").notNull(),
    at: timestamptz("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.enrollmentId, table.nodeId] }),
    index("split_choices_by_person").on(table.shard, table.personId),
    index("split_choices_by_journey").on(table.shard, table.journeyId, table.nodeId),
  ],
);
