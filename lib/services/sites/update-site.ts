import { and, eq, sql } from "drizzle-orm";
import { audit, type Context, requireRole } from "#services";
import { schema } from "#store";
import { findSite, viewSite } from "./find-site.ts";
import type { Site, SitePatch } from "./schema.ts";

const { sites } = schema;

/** Changes name or allowed origins. */
export async function updateSite(ctx: Context, id: string, patch: SitePatch): Promise<Site> {
  requireRole(ctx, "editor");
  const before = await findSite(ctx, id);
  const [row] = await ctx.database.orm
    .update(sites)
    .set({
      name: patch.name ?? before.name,
      ...(patch.origins ? { origins: patch.origins } : {}),
      updatedAt: sql`now()`,
    })
    .where(and(eq(sites.workspaceId, ctx.workspaceId), eq(sites.id, before.id)))
    .returning();
  await audit(ctx.database.orm, ctx, "site.update", before.id, { fields: Object.keys(patch) });
  return viewSite(ctx, row ?? before);
}
