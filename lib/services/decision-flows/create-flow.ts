import { newId, wakeEngine } from "#db";
import { audit, type Context, invalid, requireRole, type Transaction } from "#services";
import { takeName, textErrors } from "#services/offers";
import { type FlowRow, insertFlow } from "#store/decision-flows";
import { raiseEngineRevision } from "#store/engine-config";
import { columnsOf } from "./columns-of.ts";
import type { DecisionFlow, NewDecisionFlow } from "./schema.ts";
import { viewFlow } from "./view-flow.ts";

/** Creates a decision flow; journeys can use it at once. */
export async function createFlow(ctx: Context, input: NewDecisionFlow): Promise<DecisionFlow> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction((tx) => addFlow(ctx, tx, input));
  wakeEngine();
  return viewFlow(ctx, row);
}

/** The same in the caller's transaction, whose role was checked and who wakes the engine. */
export async function addFlow(
  ctx: Context,
  tx: Transaction,
  { key, number, ...input }: NewDecisionFlow,
): Promise<FlowRow> {
  const named = await takeName(ctx, tx, "decision flow", { name: input.name, key, number });
  const { columns, errors } = await columnsOf(ctx, tx, input);
  const all = [...named.errors, ...errors, ...textErrors(input, true)];
  if (all.length > 0) throw invalid("This decision flow cannot be created.", all);
  const own = { id: newId(), workspaceId: ctx.workspaceId, key: named.key, number: named.number, name: input.name };
  const created = await insertFlow(tx, { ...columns, ...own });
  await raiseEngineRevision(tx);
  await audit(tx, ctx, "decision_flow.create", created.id, { key: created.key });
  return created;
}
