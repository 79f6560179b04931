import { type Context, type Listing, likePattern, listing, offsetOf } from "#services";
import { listItemRows } from "#store/content";
import { viewContent } from "./find-content.ts";
import type { Content, ContentQuery } from "./schema.ts";

/** Content items, newest change first. */
export async function listContent(ctx: Context, query: ContentQuery): Promise<Listing<Content>> {
  const { rows, total } = await listItemRows(
    ctx.database.orm,
    {
      workspaceId: ctx.workspaceId,
      type: query.type ?? null,
      slug: query.slug ?? null,
      pattern: query.search === undefined ? null : likePattern(query.search),
    },
    { limit: query.limit, offset: offsetOf(query) },
  );
  return listing(
    rows.map(({ row, draftAt }) => viewContent(row, draftAt)),
    total,
    query,
  );
}
