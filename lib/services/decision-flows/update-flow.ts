import { wakeEngine } from "#db";
import { audit, type Context, changesOf, invalid, requireRole, type Transaction } from "#services";
import { textErrors } from "#services/offers";
import { type FlowRow, updateFlowRow } from "#store/decision-flows";
import { raiseEngineRevision } from "#store/engine-config";
import { columnsOf } from "./columns-of.ts";
import { lockFlow } from "./find-flow.ts";
import type { DecisionFlow, DecisionFlowPatch } from "./schema.ts";
import { viewFlow } from "./view-flow.ts";

/** Changes a decision flow, only given fields; decisions from now on use them, also those of running enrollments. */
export async function updateFlow(ctx: Context, reference: string, patch: DecisionFlowPatch): Promise<DecisionFlow> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction((tx) => changeFlow(ctx, tx, reference, patch));
  wakeEngine();
  return viewFlow(ctx, row);
}

/** The same in the caller's transaction, whose role was checked and who wakes the engine. */
export async function changeFlow(
  ctx: Context,
  tx: Transaction,
  reference: string,
  patch: DecisionFlowPatch,
): Promise<FlowRow> {
  const before = await lockFlow(ctx, tx, reference);
  const { columns, errors } = await columnsOf(ctx, tx, patch);
  const all = [...errors, ...textErrors(patch, true)];
  if (all.length > 0) throw invalid("This decision flow cannot be changed so.", all);
  const after = await updateFlowRow(tx, before.id, columns);
  await raiseEngineRevision(tx);
  await audit(tx, ctx, "decision_flow.update", before.id, { changes: changesOf(before, after, Object.keys(patch)) });
  return after;
}
