import { tidyGoal, tidySettings } from "#journey";
import { audit, type Context, Findings, requireRole, type Transaction } from "#services";
import { draftOf } from "./document.ts";
import { draftChange } from "./draft-changes.ts";
import { findAudience, requireSite } from "./find-audience.ts";
import { lockJourney } from "./find-journey.ts";
import type { JourneyPatch } from "./input.ts";
import { type JourneyChange, updateRow } from "./move-journey.ts";
import type { PlacedProblem } from "./placed-problem.ts";
import { savedJourney } from "./problems.ts";
import { requireRevision } from "./require-revision.ts";
import type { JourneyDetail } from "./schema.ts";
import { requireEditable } from "./source/require-editable.ts";

/** Changes metadata; only given fields. Fields that a version freezes raise the draft's revision; a name does not. */
export async function updateJourney(
  ctx: Context,
  reference: string,
  patch: JourneyPatch,
  ifMatch: number | null = null,
): Promise<{ data: JourneyDetail; warnings: PlacedProblem[] }> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const before = await lockJourney(ctx, tx, reference);
    // The site is the only field that no file says.
    if (Object.keys(patch).some((field) => field !== "siteId")) requireEditable(ctx, before);
    await requireRevision(ctx, tx, before, ifMatch);
    const findings = new Findings();
    const plain = await findings.of(() => plainChange(ctx, tx, patch));
    const draft = await findings.of(() => draftPatch(ctx, tx, patch));
    findings.throwIfAny();
    const isDraft = Object.keys(draft ?? {}).length > 0;
    const raised = isDraft ? { revision: before.revision + 1 } : {};
    const after = await updateRow(tx, before.id, { ...plain, ...draft, ...raised });
    const change = isDraft ? draftChange(after.revision, draftOf(before), draftOf(after)) : {};
    await audit(tx, ctx, "journey.update", before.id, { fields: Object.keys(patch), ...change });
    return after;
  });
  return savedJourney(ctx, row);
}

async function plainChange(ctx: Context, tx: Transaction, patch: JourneyPatch): Promise<JourneyChange> {
  if (patch.siteId !== undefined) await requireSite(ctx, tx, patch.siteId);
  return {
    ...(patch.name === undefined ? {} : { name: patch.name }),
    ...(patch.siteId === undefined ? {} : { siteId: patch.siteId }),
    ...(patch.description === undefined ? {} : { description: patch.description }),
  };
}

async function draftPatch(ctx: Context, tx: Transaction, patch: JourneyPatch): Promise<JourneyChange> {
  return {
    ...(patch.settings === undefined ? {} : { settings: tidySettings(patch.settings ?? {}) }),
    ...(patch.goalConfig === undefined ? {} : { goalConfig: patch.goalConfig && tidyGoal(patch.goalConfig) }),
    ...(patch.audienceId === undefined ? {} : { audienceId: await findAudience(ctx, tx, patch.audienceId) }),
    ...(patch.allowAnonymous === undefined ? {} : { allowAnonymous: patch.allowAnonymous }),
  };
}
