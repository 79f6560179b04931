import { wakeEngine } from "#db";
import { holdoutOf, pathsOf, promoted, splitBasis } from "#engine";
import { audit, type Context, conflict, invalidField, requireRole } from "#services";
import { raiseEngineRevision } from "#store/engine-config";
import { upsertPromotion } from "#store/split-allocations";
import { findSplit, oneSplit } from "./find-split.ts";
import type { PromoteInput, Split } from "./schema.ts";

/**
 * All new people at the split take the winner's path; people inside, and people with a sticky path, keep theirs. Ends
 * when it is discarded, or when the split is published with other paths or shares.
 */
export async function promoteBranch(
  ctx: Context,
  reference: string,
  nodeId: string,
  { edgeId, endHoldout }: PromoteInput,
): Promise<Split> {
  requireRole(ctx, "editor");
  const journey = await ctx.database.orm.transaction(async (tx) => {
    const { row, state } = await findSplit(ctx, tx, reference, nodeId);
    if (row.status !== "published" && row.status !== "paused")
      throw conflict(`Nobody reaches this split: the journey is ${row.status}.`, {
        currentStatus: row.status.toUpperCase(),
      });
    const path = pathsOf(state).find((candidate) => candidate.edgeId === edgeId);
    if (!path) throw invalidField(["edgeId"], `“${state.name}” has no such path.`);
    if (edgeId === holdoutOf(state)) throw invalidField(["edgeId"], "The holdout is the control; it cannot win.");
    await upsertPromotion(
      tx,
      { journeyId: row.id, nodeId, workspaceId: ctx.workspaceId },
      { basis: splitBasis(state), weights: promoted(state, edgeId, endHoldout), edgeId },
    );
    await raiseEngineRevision(tx);
    await audit(tx, ctx, "split.promote", row.id, { split: state.name, path: path.edgeName, edgeId, endHoldout });
    return row;
  });
  wakeEngine();
  return oneSplit(ctx, journey, nodeId);
}
