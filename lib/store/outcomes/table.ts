import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/** What people did with messages and offers. Suppression reads them; figures are kept in `offer_counts`. */
export const outcomes = pgTable(
  "outcomes",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    personId: uuid("person_id").notNull(),
    outcome: text("outcome", { enum: ["impression", "click", "conversion", "dismiss"] }).notNull(),
    offerId: uuid("offer_id"),
    flowId: uuid("flow_id"),
    enrollmentId: uuid("enrollment_id"),
    journeyId: uuid("journey_id"),
    at: timestamptz("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("outcomes_by_person").on(table.shard, table.personId, table.at),
    index("outcomes_by_journey").on(table.shard, table.journeyId).where(sql`journey_id is not null`),
  ],
);
