import { type Context, type Listing, likePattern, listing, offsetOf } from "#services";
import { listAssignedCampaigns } from "#store/assigned-campaigns";
import { listCampaignRows } from "#store/campaigns";
import { findShared, viewAssigned, viewCampaign } from "./find-campaign.ts";
import { personIdOf } from "./references.ts";
import type { Campaign, CampaignQuery } from "./schema.ts";

/**
 * Public campaigns and templates, newest first. Private campaigns of people are listed by `personId`, by `templateId`, or
 * by the kind `private` without templates, as there may be one for each person.
 */
export async function listCampaigns(ctx: Context, query: CampaignQuery): Promise<Listing<Campaign>> {
  const { personId, templateId, kind, isTemplate } = query;
  if (personId || templateId || (kind === "private" && isTemplate === "false")) return listAssigned(ctx, query);
  const filter = {
    workspaceId: ctx.workspaceId,
    kind: kind ?? null,
    isTemplate: isTemplate === undefined ? null : isTemplate === "true",
    status: query.status ?? null,
    pattern: query.search === undefined ? null : likePattern(query.search),
  };
  const page = { limit: query.limit, offset: offsetOf(query) };
  const { rows, total } = await listCampaignRows(ctx.database.orm, filter, page);
  return listing(rows.map(viewCampaign), total, query);
}

async function listAssigned(ctx: Context, query: CampaignQuery): Promise<Listing<Campaign>> {
  const personId = query.personId ? await personIdOf(ctx, query.personId).catch(() => undefined) : null;
  const template = query.templateId ? await findShared(ctx, ctx.database.orm, query.templateId) : null;
  if (personId === undefined || template === undefined) return listing([], 0, query);
  const filter = {
    workspaceId: ctx.workspaceId,
    personId,
    templateId: template?.id ?? null,
    status: query.status ?? null,
  };
  const page = { limit: query.limit, offset: offsetOf(query) };
  const { rows, total } = await listAssignedCampaigns(ctx.database.sql, filter, page);
  return listing(rows.map(viewAssigned), total, query);
}
