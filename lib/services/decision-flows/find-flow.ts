import { type Context, notFound, readReference, type Transaction } from "#services";
import { type FlowRow, findFlows, lockFlows } from "#store/decision-flows";

/** By id, key or number; throws `not_found`. */
export async function findFlow(ctx: Context, reference: string): Promise<FlowRow> {
  return meant(await findFlows(ctx.database.orm, ctx.workspaceId, readReference(reference)), reference);
}

export async function lockFlow(ctx: Context, tx: Transaction, reference: string): Promise<FlowRow> {
  return meant(await lockFlows(tx, ctx.workspaceId, readReference(reference)), reference);
}

/** A key takes precedence over a number. */
function meant(rows: readonly FlowRow[], reference: string): FlowRow {
  const row = rows.find(({ key }) => key === reference) ?? rows[0];
  if (row === undefined) throw notFound("decision flow");
  return row;
}
