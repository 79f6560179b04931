import { and, count, desc, eq, ilike, isNull, or } from "drizzle-orm";
import { type Context, type Listing, likePattern, listing, offsetOf } from "#services";
import { schema } from "#store";
import { viewContent } from "./find-content.ts";
import type { Content, ContentQuery } from "./schema.ts";

const { content, contentDrafts } = schema;

/** Content items, newest change first. */
export async function listContent(ctx: Context, query: ContentQuery): Promise<Listing<Content>> {
  const pattern = query.search === undefined ? null : likePattern(query.search);
  const where = and(
    eq(content.workspaceId, ctx.workspaceId),
    isNull(content.archivedAt),
    query.type === undefined ? undefined : eq(content.type, query.type),
    query.slug === undefined ? undefined : eq(content.slug, query.slug),
    pattern === null
      ? undefined
      : or(ilike(content.name, pattern), ilike(content.slug, pattern), ilike(content.subject, pattern)),
  );
  const { orm } = ctx.database;
  const [[total], rows] = await Promise.all([
    orm.select({ total: count() }).from(content).where(where),
    orm
      .select({ row: content, draftAt: contentDrafts.updatedAt })
      .from(content)
      .leftJoin(contentDrafts, eq(contentDrafts.contentId, content.id))
      .where(where)
      .orderBy(desc(content.updatedAt), desc(content.id))
      .limit(query.limit)
      .offset(offsetOf(query)),
  ]);
  return listing(
    rows.map(({ row, draftAt }) => viewContent(row, draftAt)),
    total?.total ?? 0,
    query,
  );
}
