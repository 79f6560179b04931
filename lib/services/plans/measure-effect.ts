import { isEntry, type JourneyNode, labelOf } from "#journey";
import type { Context } from "#services";
import { findJourney, type PublishInput, type PublishPreview, previewPublish } from "#services/journeys";
import type { PlanPolicy } from "#services/workspaces";
import { countMembers } from "#store/segment-counts";
import type { PlanDrift, PlanEffect } from "./schema.ts";

/** Steps that a plan names; the counts are of all. */
const MOST_STEPS = 200;

export type Measured = { readonly effect: PlanEffect; readonly preview: PublishPreview };

/** Whom publishing would touch now. */
export async function measureEffect(
  ctx: Context,
  journeyId: string,
  input: PublishInput,
  policy: PlanPolicy,
): Promise<Measured> {
  const preview = await previewPublish(ctx, journeyId, input);
  const present = input?.includePresent ? preview.present.reduce((sum, { people }) => sum + people, 0) : 0;
  const { people, stay, move, exit } = preview;
  const { canvas } = await findJourney(ctx, journeyId);
  const nodes = new Map(canvas.nodes.map((node) => [node.id, node]));
  const effect: PlanEffect = {
    ...{ people, stay, move, exit },
    dueAtOnce: preview.steps.reduce((sum, step) => sum + (step.action === "move" ? step.dueAtOnce : 0), 0),
    entering: present + (await countAudience(ctx, journeyId)),
    steps: preview.steps.slice(0, MOST_STEPS).map((step) => shownStep(step, nodes)),
    tolerance: { percent: policy.tolerancePercent, people: policy.tolerancePeople },
  };
  return { effect, preview };
}

function shownStep(step: PublishPreview["steps"][number], nodes: ReadonlyMap<string, JourneyNode>) {
  const { name, label, versionNumber, people, change, action, toNodeId, timers, dueAtOnce } = step;
  const moves = action === "move";
  const target = moves ? nodes.get(toNodeId ?? "") : undefined;
  return {
    ...{ name, label, version: versionNumber, people, change, action },
    to: target?.name ?? null,
    toLabel: target ? labelOf(target) : null,
    timers: moves ? timers : null,
    dueAtOnce: moves ? dueAtOnce : 0,
  };
}

/** The members of the audience, if publishing enrolls them: where every trigger is MANUAL (R28). */
async function countAudience(ctx: Context, journeyId: string): Promise<number> {
  const { canvas, audienceId } = await findJourney(ctx, journeyId);
  const isManual = canvas.nodes.filter(isEntry).every(({ config }) => config.triggerType === "MANUAL");
  if (!audienceId || !isManual) return 0;
  return (await countMembers(ctx.database.sql, [audienceId])).get(audienceId) ?? 0;
}

const COUNTED = ["people", "move", "exit", "dueAtOnce", "entering"] as const;

/** The counts that are further from the planned ones than the plan's tolerance allows. */
export function driftOf(planned: PlanEffect, now: PlanEffect): PlanDrift[] {
  const { percent, people } = planned.tolerance;
  return COUNTED.flatMap((count) => {
    const allowed = Math.max(people, Math.floor((planned[count] * percent) / 100));
    return Math.abs(now[count] - planned[count]) > allowed
      ? [{ count, planned: planned[count], now: now[count], allowed }]
      : [];
  });
}
