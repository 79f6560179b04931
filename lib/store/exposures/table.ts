import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/**
 * The arm of a person's first visit of a split; one row per person, kept permanently, because results count each person
 * once (R54). `arm` is the edge's id.
 */
export const exposures = pgTable(
  "exposures",
  {
    shard: shard(),
    journeyId: uuid("journey_id").notNull(),
    personId: uuid("person_id").notNull(),
    nodeId: uuid("node_id").notNull(),
    arm: text("arm").notNull(),
    workspaceId: workspaceId(),
    at: timestamptz("at").notNull(),
    /** Keys of the goals that the person has reached in the journey since. */
    reached: text("reached").array().notNull().default(sql`'{}'`),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.journeyId, table.personId, table.nodeId] }),
    index("exposures_by_person").on(table.shard, table.personId),
  ],
);
