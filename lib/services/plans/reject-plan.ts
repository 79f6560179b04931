import type { Context } from "#services";
import { readPlanPolicy } from "#services/workspaces";
import { decide, requireDecider } from "./approve-plan.ts";
import { findPlan } from "./find-plan.ts";
import { getPlan } from "./list-plans.ts";
import type { Plan, RejectInput } from "./schema.ts";

/** Rejects a plan, with a note for the one who handed it in; one's own may be taken back. */
export async function rejectPlan(ctx: Context, id: string, input: RejectInput): Promise<Plan> {
  const { plan } = await findPlan(ctx, id);
  requireDecider(ctx, plan, { ...(await readPlanPolicy(ctx)), fourEyes: false });
  const outcome = input?.note ? { note: input.note } : {};
  await ctx.database.orm.transaction((tx) => decide(ctx, tx, plan, { status: "rejected", verb: "reject", outcome }));
  return getPlan(ctx, id);
}
