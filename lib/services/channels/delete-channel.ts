import { audit, type Context, requireRole } from "#services";
import { deleteChannelRow } from "#store/channels";
import { lockChannel } from "./find-channel.ts";

/** Deletes a channel. Messages of a kind without a channel are skipped, and journeys that send them cannot be published. */
export async function deleteChannel(ctx: Context, reference: string): Promise<void> {
  requireRole(ctx, "editor");
  await ctx.database.orm.transaction(async (tx) => {
    const row = await lockChannel(ctx, tx, reference);
    await deleteChannelRow(tx, row.id);
    await audit(tx, ctx, "channel.delete", row.id, { key: row.key });
  });
}
