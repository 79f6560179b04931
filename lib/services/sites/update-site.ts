import { audit, type Context, changesOf, requireRole } from "#services";
import { updateSiteRow } from "#store/sites";
import { findSite, viewSite } from "./find-site.ts";
import type { Site, SitePatch } from "./schema.ts";

/** Changes name or allowed origins. */
export async function updateSite(ctx: Context, id: string, patch: SitePatch): Promise<Site> {
  requireRole(ctx, "editor");
  const before = await findSite(ctx, id);
  const row = await updateSiteRow(ctx.database.orm, before, {
    ...(patch.name === undefined ? {} : { name: patch.name }),
    ...(patch.origins === undefined ? {} : { origins: patch.origins }),
  });
  await audit(ctx.database.orm, ctx, "site.update", before.id, {
    changes: changesOf(before, row ?? before, Object.keys(patch)),
  });
  return viewSite(ctx, row ?? before);
}
