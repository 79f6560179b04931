import type { Context, Transaction } from "#services";
import { queueOperation } from "#services/operations";
import { raiseEngineRevision } from "#store/engine-config";
import { recomputeInterest } from "#store/event-interest";
import type { SegmentRow } from "#store/segments";
import { dependentsOf, readReferences, refuseCircle } from "./references.ts";

/**
 * After a segment was created or changed: notifies the engine, updates the events of interest, and queues the build. If
 * its name is new (`before` has none, or another), segments that use the name are rebuilt too.
 */
export async function touchRules(
  ctx: Context,
  tx: Transaction,
  row: SegmentRow,
  before: SegmentRow | null,
): Promise<void> {
  const known = await readReferences(ctx, tx);
  refuseCircle(row, known);
  await raiseEngineRevision(tx);
  await recomputeInterest(tx, ctx.workspaceId);
  if (row.kind === "rules" && row.revision !== before?.revision)
    await queueOperation(ctx, tx, "build_segment", { segmentId: row.id, revision: row.revision });
  if (row.key === before?.key) return;
  for (const segmentId of dependentsOf(row, known, before === null ? [] : [before.key]))
    await queueOperation(ctx, tx, "build_segment", { segmentId });
}
