import { type Context, type Listing, likePattern, listing, offsetOf } from "#services";
import { listBroadcastRows } from "#store/broadcasts";
import type { Broadcast, BroadcastQuery } from "./schema.ts";
import { viewBroadcasts } from "./view-broadcasts.ts";

/** The newest first. */
export async function listBroadcasts(ctx: Context, query: BroadcastQuery): Promise<Listing<Broadcast>> {
  const pattern = query.search === undefined ? null : likePattern(query.search);
  const page = { limit: query.limit, offset: offsetOf(query) };
  const { rows, total } = await listBroadcastRows(ctx.database.orm, { workspaceId: ctx.workspaceId, pattern }, page);
  return listing(await viewBroadcasts(ctx, rows), total, query);
}
