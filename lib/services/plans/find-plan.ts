import { and, eq } from "drizzle-orm";
import { type Context, isUuid, notFound } from "#services";
import { schema } from "#store";

const { journeys, plans } = schema;

export type PlanRow = typeof plans.$inferSelect;
export type FoundPlan = { readonly plan: PlanRow; readonly journey: PlanJourney };
export type PlanJourney = Pick<typeof journeys.$inferSelect, "id" | "shortId" | "name" | "revision">;

/** What of a journey stands in its plans. */
export const planJourney = {
  id: journeys.id,
  shortId: journeys.shortId,
  name: journeys.name,
  revision: journeys.revision,
};

/** A plan of this workspace with its journey; throws `not_found`. */
export async function findPlan(ctx: Context, id: string): Promise<FoundPlan> {
  if (!isUuid(id)) throw notFound("plan");
  const [row] = await ctx.database.orm
    .select({ plan: plans, journey: planJourney })
    .from(plans)
    .innerJoin(journeys, eq(journeys.id, plans.journeyId))
    .where(and(eq(plans.workspaceId, ctx.workspaceId), eq(plans.id, id)));
  if (!row) throw notFound("plan");
  return row;
}
