import { audit, type Context, conflict, forbidden, ServiceError, type Transaction } from "#services";
import { checkRevision, findJourney, Migration, type Published, publishJourney } from "#services/journeys";
import { type PlanPolicy, readPlanPolicy } from "#services/workspaces";
import { decidePlan, type PlanRow } from "#store/plans";
import { findPlan } from "./find-plan.ts";
import { getPlan } from "./list-plans.ts";
import { driftOf, measureEffect } from "./measure-effect.ts";
import { type ApproveInput, type Plan, type PlanDrift, PlanEffect } from "./schema.ts";
import { whyNotDecide } from "./view-plans.ts";

/**
 * Publishes what a plan asks for, in one transaction with its approval. If the draft moved, or the counts drifted beyond
 * the plan's tolerance, the plan is void, and the error (412) says what changed.
 */
export async function approvePlan(
  ctx: Context,
  id: string,
  given?: ApproveInput,
): Promise<{ data: Plan; published: Published }> {
  const { plan } = await findPlan(ctx, id);
  requireDecider(ctx, plan, await readPlanPolicy(ctx));
  try {
    const input = await requireUnchanged(ctx, plan);
    const published = await publishJourney(ctx, plan.journeyId, { ...input, revision: plan.revision }, null, (tx) =>
      decide(ctx, tx, plan, {
        status: "approved",
        verb: "approve",
        ...(given?.note ? { outcome: { note: given.note } } : {}),
      }),
    );
    return { data: await getPlan(ctx, id), published };
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== "precondition_failed") throw error;
    await voidPlan(ctx, plan, error);
    throw error;
  }
}

/** Refuses a caller who may not decide, and a plan that is decided. */
export function requireDecider(ctx: Context, plan: PlanRow, policy: PlanPolicy): void {
  const why = whyNotDecide(ctx, plan, policy);
  if (why !== null) throw forbidden(why);
  if (plan.status !== "pending") throw decided(plan.status);
}

async function requireUnchanged(ctx: Context, plan: PlanRow) {
  const input = {
    ...(plan.input.migration ? { migration: Migration.parse(plan.input.migration) } : {}),
    ...(plan.input.includePresent === true ? { includePresent: true } : {}),
  };
  await checkRevision(ctx, await findJourney(ctx, plan.journeyId), plan.revision);
  const { effect } = await measureEffect(ctx, plan.journeyId, input, await readPlanPolicy(ctx));
  const drift = driftOf(PlanEffect.parse(plan.effect), effect);
  if (drift.length === 0) return input;
  const said = drift.map(({ count, planned, now }) => `${NAMES[count] ?? count}: ${planned}, now ${now}`).join("; ");
  const message = `The people whom this plan touches have changed (${said}). Hand it in again.`;
  throw new ServiceError("precondition_failed", message, [], { drift });
}

const NAMES: Readonly<Record<string, string>> = {
  people: "people inside",
  move: "people who move",
  exit: "people who leave",
  dueAtOnce: "people who continue at once",
  entering: "people who enter",
};

async function voidPlan(ctx: Context, plan: PlanRow, { message, extra }: ServiceError): Promise<void> {
  const drift = (extra.drift as PlanDrift[] | undefined) ?? [];
  await ctx.database.orm.transaction((tx) =>
    decide(ctx, tx, plan, { status: "void", verb: "void", outcome: { note: message, drift } }),
  );
}

type Decision = {
  readonly status: "approved" | "rejected" | "void";
  readonly verb: string;
  readonly outcome?: Record<string, unknown>;
};

/** Decides a plan that is pending until then; of two people who decide at once, one is refused. */
export async function decide(ctx: Context, tx: Transaction, plan: PlanRow, decision: Decision): Promise<void> {
  const { status, verb, outcome = null } = decision;
  const decidedBy = `${ctx.actor.kind}:${ctx.actor.id}`;
  const isDecided = await decidePlan(tx, plan, { status, outcome, decidedBy });
  if (!isDecided) throw decided("decided");
  await audit(tx, ctx, `plan.${verb}`, plan.journeyId, { plan: plan.id, revision: plan.revision, ...outcome });
}

const decided = (status: string) =>
  conflict(`This plan is ${status} already.`, status === "decided" ? {} : { currentStatus: status });
