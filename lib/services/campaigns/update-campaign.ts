import {
  audit,
  type Context,
  conflict,
  type FieldError,
  Findings,
  fieldError,
  invalid,
  isoOrNull,
  lockNames,
  requireRole,
} from "#services";
import { type AssignedCampaign, changeAssignedCampaign } from "#store/assigned-campaigns";
import { type CampaignRow, updateCampaignRow } from "#store/campaigns";
import { raiseEngineRevision } from "#store/engine-config";
import { dateOf, requireFreeKey } from "./create-campaign.ts";
import { findCampaign, lockCampaign, viewFound } from "./find-campaign.ts";
import { moveCampaign } from "./move-campaign.ts";
import { contentIdOf, segmentIdOf } from "./references.ts";
import type { Campaign, CampaignPatch } from "./schema.ts";
import { sendContentByJourney } from "./send-content.ts";

/** Changes a campaign, only given fields; the status `active` starts it and `ended` ends it. */
export async function updateCampaign(ctx: Context, reference: string, patch: CampaignPatch): Promise<Campaign> {
  requireRole(ctx, "editor");
  const found = await findCampaign(ctx, reference);
  const before = viewFound(found);
  refuseChanges(before, patch);
  const findings = new Findings();
  const contentId = await findings.of(() => contentIdOf(ctx, patch.contentId));
  const segmentId = await findings.of(() => segmentIdOf(ctx, patch.segmentId));
  findings.throwIfAny();
  if (contentId) await sendContentByJourney(ctx, contentId);
  const refs = {
    ...(patch.contentId === undefined ? {} : { contentId: contentId ?? null }),
    ...(patch.segmentId === undefined ? {} : { segmentId: segmentId ?? null }),
  };
  if (found.shared === null) await changeAssigned(ctx, found.assigned, patch, refs);
  else await changeShared(ctx, found.shared, patch, refs);
  if (patch.status === undefined || patch.status === before.status)
    return viewFound(await findCampaign(ctx, before.id));
  if (patch.status === "draft")
    throw conflict(`A campaign that is ${before.status} cannot be a draft again.`, { currentStatus: before.status });
  return moveCampaign(ctx, before.id, patch.status === "active" ? "start" : "end");
}

/** What a campaign is cannot change once it started, and some fields are for some campaigns only. */
function refuseChanges(before: Campaign, patch: CampaignPatch): void {
  const errors: FieldError[] = [];
  const isPublic = before.kind === "public";
  if (patch.segmentId && !isPublic) errors.push(fieldError(["segmentId"], "Only a public campaign is for a segment"));
  if (patch.key !== undefined && before.personId !== null)
    errors.push(fieldError(["key"], "The key of a private campaign cannot change"));
  if (before.isTemplate && patch.startsAt) errors.push(fieldError(["startsAt"], "A template does not start"));
  const startsAt = patch.startsAt === undefined ? before.startsAt : patch.startsAt;
  const endsAt = patch.endsAt === undefined ? before.endsAt : patch.endsAt;
  if (startsAt && endsAt && Date.parse(startsAt) >= Date.parse(endsAt))
    errors.push(fieldError(["endsAt"], "must be after startsAt"));
  if (errors[0]) throw invalid(errors[0].message, errors);
  const fixed = (["contentId", "segmentId", "startsAt"] as const).filter((field) => patch[field] !== undefined);
  if (before.status !== "draft" && fixed.length > 0)
    throw conflict(`The campaign is ${before.status}: ${fixed.join(", ")} cannot change.`, {
      currentStatus: before.status,
    });
}

type References = { readonly contentId?: string | null; readonly segmentId?: string | null };

async function changeShared(
  ctx: Context,
  { id, key }: CampaignRow,
  patch: CampaignPatch,
  refs: References,
): Promise<void> {
  await ctx.database.orm.transaction(async (tx) => {
    await lockNames(ctx, tx, "campaign");
    await lockCampaign(ctx, tx, id);
    if (patch.key !== undefined && patch.key !== key) await requireFreeKey(ctx, tx, patch.key);
    await updateCampaignRow(tx, id, {
      ...(patch.key === undefined ? {} : { key: patch.key }),
      ...(patch.name === undefined ? {} : { name: patch.name }),
      ...(patch.startsAt === undefined ? {} : { startsAt: dateOf(patch.startsAt) }),
      ...(patch.endsAt === undefined ? {} : { endsAt: dateOf(patch.endsAt) }),
      ...refs,
    });
    await raiseEngineRevision(tx);
    await audit(tx, ctx, "campaign.update", id, { fields: Object.keys(patch) });
  });
}

async function changeAssigned(
  ctx: Context,
  row: AssignedCampaign,
  patch: CampaignPatch,
  { contentId = row.contentId }: References,
): Promise<void> {
  await changeAssignedCampaign(ctx.database.sql, row, {
    name: patch.name ?? row.name,
    contentId,
    startsAt: patch.startsAt === undefined ? isoOrNull(row.startsAt) : patch.startsAt,
    endsAt: patch.endsAt === undefined ? isoOrNull(row.endsAt) : patch.endsAt,
  });
}
