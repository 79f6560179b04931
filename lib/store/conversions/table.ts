import { index, numeric, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/**
 * Goals reached, once per enrollment and key of the goal. `version_id` is the version that the enrollment is on or
 * ended on (R52).
 */
export const conversions = pgTable(
  "conversions",
  {
    shard: shard(),
    enrollmentId: uuid("enrollment_id").notNull(),
    goalRevision: text("goal_revision").notNull(),
    workspaceId: workspaceId(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    personId: uuid("person_id").notNull(),
    eventId: uuid("event_id"),
    at: timestamptz("at").notNull(),
    /** What it is worth, in the currency of the workspace. */
    value: numeric("value", { precision: 20, scale: 4, mode: "number" }),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.enrollmentId, table.goalRevision] }),
    index("conversions_by_journey").on(table.shard, table.journeyId, table.at),
  ],
);
