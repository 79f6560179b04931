import { and, count, desc, eq } from "drizzle-orm";
import { type Context, type Listing, listing, offsetOf } from "#services";
import { findJourney } from "#services/journeys";
import { schema } from "#store";
import { findPlan, planJourney } from "./find-plan.ts";
import type { Plan, PlanQuery } from "./schema.ts";
import { viewPlans } from "./view-plans.ts";

const { journeys, plans } = schema;

/** Plans of the workspace, newest first. */
export async function listPlans(ctx: Context, query: PlanQuery): Promise<Listing<Plan>> {
  const journey = query.journeyId === undefined ? null : await findJourney(ctx, query.journeyId);
  const where = and(
    eq(plans.workspaceId, ctx.workspaceId),
    query.status === undefined ? undefined : eq(plans.status, query.status),
    journey ? eq(plans.journeyId, journey.id) : undefined,
  );
  const { orm } = ctx.database;
  const [rows, totals] = await Promise.all([
    orm
      .select({ plan: plans, journey: planJourney })
      .from(plans)
      .innerJoin(journeys, eq(journeys.id, plans.journeyId))
      .where(where)
      .orderBy(desc(plans.createdAt), desc(plans.id))
      .limit(query.limit)
      .offset(offsetOf(query)),
    orm.select({ total: count() }).from(plans).where(where),
  ]);
  return listing(await viewPlans(ctx, rows), totals[0]?.total ?? 0, query);
}

/** One plan. */
export async function getPlan(ctx: Context, id: string): Promise<Plan> {
  const [plan] = await viewPlans(ctx, [await findPlan(ctx, id)]);
  if (!plan) throw new Error("a plan that was found is not shown");
  return plan;
}
