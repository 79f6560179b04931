import { wakeEngine } from "#db";
import { audit, type Context, requireRole } from "#services";
import { setArchived } from "#store/decision-flows";
import { raiseEngineRevision } from "#store/engine-config";
import { lockFlow } from "./find-flow.ts";
import type { DecisionFlow } from "./schema.ts";
import { viewFlow } from "./view-flow.ts";

/** An archived flow picks nothing: people leave its steps by “No offer”. */
export function archiveFlow(ctx: Context, reference: string): Promise<DecisionFlow> {
  return archive(ctx, reference, true);
}

export function restoreFlow(ctx: Context, reference: string): Promise<DecisionFlow> {
  return archive(ctx, reference, false);
}

async function archive(ctx: Context, reference: string, isArchived: boolean): Promise<DecisionFlow> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const before = await lockFlow(ctx, tx, reference);
    if ((before.archivedAt !== null) === isArchived) return before;
    const after = await setArchived(tx, before.id, isArchived);
    await raiseEngineRevision(tx);
    await audit(tx, ctx, isArchived ? "decision_flow.archive" : "decision_flow.restore", before.id, {
      key: before.key,
    });
    return after;
  });
  wakeEngine();
  return viewFlow(ctx, row);
}
