import { newId } from "#db";
import { audit, type Context, fieldError, invalid, isUuid, requireRole } from "#services";
import {
  checkRevision,
  compareVersions,
  findJourney,
  type PublishInput,
  type PublishPreview,
} from "#services/journeys";
import { backtestJourney } from "#services/trials";
import { readPlanPolicy } from "#services/workspaces";
import { readKeyMaker } from "#store/api-keys";
import { insertPlan, voidOlderPlans } from "#store/plans";
import { getPlan } from "./list-plans.ts";
import { measureEffect } from "./measure-effect.ts";
import type { Plan, PlanInput } from "./schema.ts";

const USUAL_BACKTEST = { days: 30, people: 1_000 };

/**
 * Hands in what is to be published, with the head-counts of the people whom it touches and its own backtest, for a
 * person to decide. Refuses a draft that cannot be published, with all findings. An older pending plan of the same
 * journey by the same caller is void.
 */
export async function submitPlan(
  ctx: Context,
  input: PlanInput,
): Promise<{ data: Plan; warnings: PublishPreview["problems"] }> {
  requireRole(ctx, "editor");
  const journey = await findJourney(ctx, input.journeyId);
  await checkRevision(ctx, journey, input.revision);
  const publish = publishInputOf(input);
  const { effect, preview } = await measureEffect(ctx, journey.id, publish, await readPlanPolicy(ctx));
  requirePublishable(preview);
  const backtest =
    input.backtest === null ? null : await backtestJourney(ctx, journey.id, input.backtest ?? USUAL_BACKTEST);
  const { publishedVersionId } = journey;
  const difference =
    publishedVersionId === null
      ? null
      : await compareVersions(ctx, journey.id, { from: publishedVersionId, to: "draft" });
  const id = newId();
  const proposedBy = `${ctx.actor.kind}:${ctx.actor.id}`;
  const proposedByUser = await userBehind(ctx);
  await ctx.database.orm.transaction(async (tx) => {
    const plan = { id, workspaceId: ctx.workspaceId, journeyId: journey.id, proposedBy, proposedByUser };
    await voidOlderPlans(tx, plan, "A newer plan took its place.");
    const { title, reason = null, revision } = input;
    await insertPlan(tx, {
      ...plan,
      title,
      reason,
      revision,
      input: publish,
      effect: { ...effect, difference },
      backtest,
    });
    const { people, move, exit, entering } = effect;
    await audit(tx, ctx, "plan.submit", journey.id, {
      plan: id,
      revision,
      people,
      move,
      exit,
      entering,
    });
  });
  return { data: await getPlan(ctx, id), warnings: preview.problems };
}

function publishInputOf({ migration, includePresent }: PlanInput): NonNullable<PublishInput> {
  return { ...(migration ? { migration } : {}), ...(includePresent ? { includePresent } : {}) };
}

function requirePublishable({ problems }: PublishPreview): void {
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return;
  throw invalid(
    "This draft cannot be published yet.",
    errors.map(({ pointer, message, code, nodeId, edgeId }) => ({
      ...fieldError([], message),
      pointer,
      code,
      ...(nodeId ? { nodeId } : {}),
      ...(edgeId ? { edgeId } : {}),
    })),
  );
}

/** The member who acts, or who made the key that acts. */
async function userBehind({ actor, database, workspaceId }: Context): Promise<string | null> {
  if (actor.kind !== "key") return actor.id;
  if (!isUuid(actor.id)) return null;
  return readKeyMaker(database.orm, workspaceId, actor.id);
}
