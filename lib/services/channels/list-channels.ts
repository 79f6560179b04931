import { asc, count, eq } from "drizzle-orm";
import { type Context, type Listing, listing, offsetOf } from "#services";
import { schema } from "#store";
import { viewChannel } from "./find-channel.ts";
import type { Channel, ChannelQuery } from "./schema.ts";

const { channels } = schema;

/** The channels of the workspace by number. */
export async function listChannels(ctx: Context, query: ChannelQuery): Promise<Listing<Channel>> {
  const where = eq(channels.workspaceId, ctx.workspaceId);
  const { orm } = ctx.database;
  const [[total], rows] = await Promise.all([
    orm.select({ total: count() }).from(channels).where(where),
    orm.select().from(channels).where(where).orderBy(asc(channels.number)).limit(query.limit).offset(offsetOf(query)),
  ]);
  return listing(rows.map(viewChannel), total?.total ?? 0, query);
}
