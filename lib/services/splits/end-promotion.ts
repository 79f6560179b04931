import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { raiseEngineRevision } from "#store/engine-config";
import { deletePromotion } from "#store/split-allocations";
import { findSplit, oneSplit } from "./find-split.ts";
import type { Split } from "./schema.ts";

/** Discards a promotion: the shares of the canvas apply again, or learning continues. */
export async function endPromotion(ctx: Context, reference: string, nodeId: string): Promise<Split> {
  requireRole(ctx, "editor");
  const journey = await ctx.database.orm.transaction(async (tx) => {
    const { row, state } = await findSplit(ctx, tx, reference, nodeId);
    const gone = await deletePromotion(tx, { journeyId: row.id, nodeId });
    if (!gone) throw conflict(`No path of “${state.name}” is promoted.`);
    await raiseEngineRevision(tx);
    await audit(tx, ctx, "split.demote", row.id, { split: state.name, edgeId: gone.edgeId });
    return row;
  });
  wakeEngine();
  return oneSplit(ctx, journey, nodeId);
}
