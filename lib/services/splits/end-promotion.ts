import { and, eq } from "drizzle-orm";
import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { schema } from "#store";
import { raiseEngineRevision } from "#store/engine-config";
import { findSplit, oneSplit } from "./find-split.ts";
import type { Split } from "./schema.ts";

/** Discards a promotion: the shares of the canvas apply again, or learning continues. */
export async function endPromotion(ctx: Context, reference: string, nodeId: string): Promise<Split> {
  requireRole(ctx, "editor");
  const journey = await ctx.database.orm.transaction(async (tx) => {
    const { row, state } = await findSplit(ctx, tx, reference, nodeId);
    const { splitAllocations: stored } = schema;
    const [gone] = await tx
      .delete(stored)
      .where(and(eq(stored.journeyId, row.id), eq(stored.nodeId, nodeId), eq(stored.source, "promoted")))
      .returning();
    if (!gone) throw conflict(`No path of “${state.name}” is promoted.`);
    await raiseEngineRevision(tx);
    await audit(tx, ctx, "split.demote", row.id, { split: state.name, edgeId: gone.edgeId });
    return row;
  });
  wakeEngine();
  return oneSplit(ctx, journey, nodeId);
}
