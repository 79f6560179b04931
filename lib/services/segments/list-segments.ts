import { type Context, type Listing, likePattern, listing, offsetOf } from "#services";
import { readSegments } from "#store/segments";
import type { Segment, SegmentQuery } from "./schema.ts";
import { viewSegments } from "./view-segment.ts";

/** Segments by name. */
export async function listSegments(ctx: Context, query: SegmentQuery): Promise<Listing<Segment>> {
  const { rows, total } = await readSegments(ctx.database.orm, ctx.workspaceId, {
    pattern: query.search === undefined ? null : likePattern(query.search),
    limit: query.limit,
    offset: offsetOf(query),
  });
  return listing(await viewSegments(ctx, rows), total, query);
}
