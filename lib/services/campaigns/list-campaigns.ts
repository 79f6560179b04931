import { and, count, desc, eq, ilike, or } from "drizzle-orm";
import { type Context, type Listing, likePattern, listing, offsetOf } from "#services";
import { schema } from "#store";
import { listAssignedCampaigns } from "#store/assigned-campaigns";
import { findShared, viewAssigned, viewCampaign } from "./find-campaign.ts";
import { personIdOf } from "./references.ts";
import type { Campaign, CampaignQuery } from "./schema.ts";

const { campaigns } = schema;

/**
 * Public campaigns and templates, newest first. Private campaigns of people are listed by `personId`, by `templateId`, or
 * by the kind `private` without templates, as there may be one for each person.
 */
export async function listCampaigns(ctx: Context, query: CampaignQuery): Promise<Listing<Campaign>> {
  const { personId, templateId, kind, isTemplate } = query;
  if (personId || templateId || (kind === "private" && isTemplate === "false")) return listAssigned(ctx, query);
  const pattern = query.search === undefined ? null : likePattern(query.search);
  const where = and(
    eq(campaigns.workspaceId, ctx.workspaceId),
    kind === undefined ? undefined : eq(campaigns.kind, kind),
    isTemplate === undefined ? undefined : eq(campaigns.isTemplate, isTemplate === "true"),
    query.status === undefined ? undefined : eq(campaigns.status, query.status),
    pattern === null ? undefined : or(ilike(campaigns.name, pattern), ilike(campaigns.key, pattern)),
  );
  const { orm } = ctx.database;
  const [[total], rows] = await Promise.all([
    orm.select({ total: count() }).from(campaigns).where(where),
    orm
      .select()
      .from(campaigns)
      .where(where)
      .orderBy(desc(campaigns.createdAt), desc(campaigns.id))
      .limit(query.limit)
      .offset(offsetOf(query)),
  ]);
  return listing(rows.map(viewCampaign), total?.total ?? 0, query);
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
