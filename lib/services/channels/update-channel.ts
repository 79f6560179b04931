import { audit, type Context, changesOf, lockNames, requireRole } from "#services";
import { updateChannelRow } from "#store/channels";
import { requireFreeChannelKey } from "./create-channel.ts";
import { lockChannel, viewChannel } from "./find-channel.ts";
import type { Channel, ChannelPatch } from "./schema.ts";

/** Changes a channel, only given fields; its kind cannot change. */
export async function updateChannel(ctx: Context, reference: string, patch: ChannelPatch): Promise<Channel> {
  requireRole(ctx, "editor");
  return ctx.database.orm.transaction(async (tx) => {
    await lockNames(ctx, tx, "channel");
    const before = await lockChannel(ctx, tx, reference);
    if (patch.key !== undefined) await requireFreeChannelKey(ctx, tx, patch.key, before.id);
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const row = await updateChannelRow(tx, before.id, given);
    await audit(tx, ctx, "channel.update", row.id, { changes: changesOf(before, row, Object.keys(given)) });
    return viewChannel(row);
  });
}
