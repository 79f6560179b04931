import { type Context, type Listing, listing, offsetOf } from "#services";
import { listChannelRows } from "#store/channels";
import { viewChannel } from "./find-channel.ts";
import type { Channel, ChannelQuery } from "./schema.ts";

/** The channels of the workspace by number. */
export async function listChannels(ctx: Context, query: ChannelQuery): Promise<Listing<Channel>> {
  const page = { limit: query.limit, offset: offsetOf(query) };
  const { rows, total } = await listChannelRows(ctx.database.orm, ctx.workspaceId, page);
  return listing(rows.map(viewChannel), total, query);
}
