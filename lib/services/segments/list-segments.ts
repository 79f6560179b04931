import { and, asc, count, eq, ilike, or } from "drizzle-orm";
import { type Context, type Listing, likePattern, listing, offsetOf } from "#services";
import { schema } from "#store";
import type { Segment, SegmentQuery } from "./schema.ts";
import { viewSegments } from "./view-segment.ts";

const { segments } = schema;

/** Segments by name. */
export async function listSegments(ctx: Context, query: SegmentQuery): Promise<Listing<Segment>> {
  const pattern = query.search === undefined ? null : likePattern(query.search);
  const where = and(
    eq(segments.workspaceId, ctx.workspaceId),
    pattern === null ? undefined : or(ilike(segments.name, pattern), ilike(segments.key, pattern)),
  );
  const { orm } = ctx.database;
  const [[total], rows] = await Promise.all([
    orm.select({ total: count() }).from(segments).where(where),
    orm
      .select()
      .from(segments)
      .where(where)
      .orderBy(asc(segments.name), asc(segments.id))
      .limit(query.limit)
      .offset(offsetOf(query)),
  ]);
  return listing(await viewSegments(ctx, rows), total?.total ?? 0, query);
}
