import { type Context, type Listing, listing, offsetOf } from "#services";
import { findJourney } from "#services/journeys";
import { listPlanRows } from "#store/plans";
import { findPlan } from "./find-plan.ts";
import type { Plan, PlanQuery } from "./schema.ts";
import { viewPlans } from "./view-plans.ts";

/** Plans of the workspace, newest first. */
export async function listPlans(ctx: Context, query: PlanQuery): Promise<Listing<Plan>> {
  const journey = query.journeyId === undefined ? null : await findJourney(ctx, query.journeyId);
  const filter = { workspaceId: ctx.workspaceId, status: query.status ?? null, journeyId: journey?.id ?? null };
  const { rows, total } = await listPlanRows(ctx.database.orm, filter, { limit: query.limit, offset: offsetOf(query) });
  return listing(await viewPlans(ctx, rows), total, query);
}

/** One plan. */
export async function getPlan(ctx: Context, id: string): Promise<Plan> {
  const [plan] = await viewPlans(ctx, [await findPlan(ctx, id)]);
  if (!plan) throw new Error("a plan that was found is not shown");
  return plan;
}
