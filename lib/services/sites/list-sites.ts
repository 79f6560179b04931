import { type Context, type Listing, listing, offsetOf, type Page } from "#services";
import { readSites } from "#store/sites";
import { viewSites } from "./find-site.ts";
import type { Site } from "./schema.ts";

/** Sites in the order they were made: the first one is the default. */
export async function listSites(ctx: Context, page: Page): Promise<Listing<Site>> {
  const { rows, total } = await readSites(ctx.database.orm, ctx.workspaceId, {
    limit: page.limit,
    offset: offsetOf(page),
  });
  return listing(await viewSites(ctx, rows), total, page);
}
