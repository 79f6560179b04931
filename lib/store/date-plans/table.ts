import { jsonb, pgTable, uuid } from "drizzle-orm/pg-core";

/**
 * Journeys whose dates are planned for everybody, with the basis of the plan. If the published triggers differ from the
 * basis, the dates are planned again (R55).
 */
export const datePlans = pgTable("date_plans", {
  journeyId: uuid("journey_id").primaryKey(),
  versionId: uuid("version_id").notNull(),
  /** The triggers and the time zones that apply to them. */
  basis: jsonb("basis").$type<Record<string, unknown>>().notNull(),
});
