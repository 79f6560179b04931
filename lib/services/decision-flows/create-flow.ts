import { newId, wakeEngine } from "#db";
import { audit, type Context, invalid, requireRole } from "#services";
import { takeName, textErrors } from "#services/offers";
import { insertFlow } from "#store/decision-flows";
import { raiseEngineRevision } from "#store/engine-config";
import { columnsOf } from "./columns-of.ts";
import type { DecisionFlow, NewDecisionFlow } from "./schema.ts";
import { viewFlow } from "./view-flow.ts";

/** Creates a decision flow; journeys can use it at once. */
export async function createFlow(ctx: Context, { key, number, ...input }: NewDecisionFlow): Promise<DecisionFlow> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const named = await takeName(ctx, tx, "decision flow", { name: input.name, key, number });
    const { columns, errors } = await columnsOf(ctx, tx, input);
    const all = [...named.errors, ...errors, ...textErrors(input, true)];
    if (all.length > 0) throw invalid("This decision flow cannot be created.", all);
    const own = { id: newId(), workspaceId: ctx.workspaceId, key: named.key, number: named.number, name: input.name };
    const created = await insertFlow(tx, { ...columns, ...own });
    await raiseEngineRevision(tx);
    await audit(tx, ctx, "decision_flow.create", created.id, { key: created.key });
    return created;
  });
  wakeEngine();
  return viewFlow(ctx, row);
}
