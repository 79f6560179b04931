import { jsonb, pgTable, uuid } from "drizzle-orm/pg-core";

/** Journeys whose DATE triggers are planned for everybody, and as what: a difference plans them anew (R55). */
export const datePlans = pgTable("date_plans", {
  journeyId: uuid("journey_id").primaryKey(),
  versionId: uuid("version_id").notNull(),
  /** The triggers and the zones that they go by. */
  basis: jsonb("basis").$type<Record<string, unknown>>().notNull(),
});
