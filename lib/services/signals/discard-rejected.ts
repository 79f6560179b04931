import { audit, type Context, requireRole } from "#services";
import { deleteRejected } from "#store/rejected-signals";
import { countRejected } from "./list-rejected.ts";
import type { DiscardInput } from "./schema.ts";

/** Discards kept signals permanently; the audit log records who did it. */
export async function discardRejected(ctx: Context, input: DiscardInput): Promise<{ discarded: number; left: number }> {
  requireRole(ctx, "editor");
  const discarded = await ctx.database.orm.transaction(async (tx) => {
    const signals = await deleteRejected(tx, ctx.workspaceId, input.ids);
    await audit(tx, ctx, "signals.discard", "rejected", { signals });
    return signals;
  });
  return { discarded, left: await countRejected(ctx) };
}
