import { boolean, doublePrecision, index, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/** An offer that a decision flow picked for a person: caps count these rows, outcomes refer to them. */
export const offerDecisions = pgTable(
  "offer_decisions",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    personId: uuid("person_id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    enrollmentId: uuid("enrollment_id").notNull(),
    nodeId: uuid("node_id").notNull(),
    visit: integer("visit").notNull(),
    flowId: uuid("flow_id").notNull(),
    offerId: uuid("offer_id").notNull(),
    /** 1 = the best offer of the decision. */
    rank: integer("rank").notNull(),
    score: doublePrecision("score").notNull(),
    /** Sampling picked it although another offer has had the better rate so far. */
    explored: boolean("explored").notNull(),
    at: timestamptz("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("offer_decisions_by_person").on(table.shard, table.personId, table.at),
    index("offer_decisions_by_journey").on(table.shard, table.journeyId),
  ],
);
