import { asc, count, eq } from "drizzle-orm";
import { type Context, type Listing, listing, offsetOf, type Page } from "#services";
import { schema } from "#store";
import { viewSites } from "./find-site.ts";
import type { Site } from "./schema.ts";

/** Sites in the order they were made: the first one is the default. */
export async function listSites(ctx: Context, page: Page): Promise<Listing<Site>> {
  const { sites } = schema;
  const { orm } = ctx.database;
  const where = eq(sites.workspaceId, ctx.workspaceId);
  const [[total], rows] = await Promise.all([
    orm.select({ total: count() }).from(sites).where(where),
    orm
      .select()
      .from(sites)
      .where(where)
      .orderBy(asc(sites.createdAt), asc(sites.id))
      .limit(page.limit)
      .offset(offsetOf(page)),
  ]);
  return listing(await viewSites(ctx, rows), total?.total ?? 0, page);
}
