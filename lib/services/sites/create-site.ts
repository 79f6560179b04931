import { newId } from "#db";
import { audit, type Context, requireRole } from "#services";
import { createKey } from "#services/accounts";
import { insertSite } from "#store/sites";
import { viewSite } from "./find-site.ts";
import type { NewSite, Site } from "./schema.ts";

/** Creates a site with its own publishable key. */
export async function createSite(ctx: Context, input: NewSite): Promise<Site> {
  requireRole(ctx, "editor");
  const { workspaceId } = ctx;
  const row = await ctx.database.orm.transaction(async (tx) => {
    const created = await insertSite(tx, { id: newId(), workspaceId, name: input.name, origins: input.origins ?? [] });
    const createdBy = ctx.actor.id;
    await createKey(tx, { workspaceId, siteId: created.id, kind: "publishable", name: input.name, createdBy });
    await audit(tx, ctx, "site.create", created.id, { name: created.name });
    return created;
  });
  return viewSite(ctx, row);
}
