import type { Context, Transaction } from "#services";
import { raiseEngineRevision, recomputeInterest } from "#services/configuration";
import { queueOperation } from "#services/operations";
import type { SegmentRow } from "./find-segment.ts";

/** What every new or changed segment brings about: the engine learns of it, listens for its events and builds it. */
export async function touchRules(ctx: Context, tx: Transaction, row: SegmentRow): Promise<void> {
  await raiseEngineRevision(tx);
  await recomputeInterest(ctx, tx);
  if (row.kind === "rules")
    await queueOperation(ctx, tx, "build_segment", { segmentId: row.id, revision: row.revision });
}
