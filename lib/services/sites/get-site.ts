import type { Context } from "#services";
import { findSite, viewSite } from "./find-site.ts";
import type { Site } from "./schema.ts";

export async function getSite(ctx: Context, id: string): Promise<Site> {
  return viewSite(ctx, await findSite(ctx, id));
}
