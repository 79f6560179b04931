import { and, eq, or, type SQL } from "drizzle-orm";
import { type Context, notFound, readReference, type Transaction } from "#services";
import { schema } from "#store";

const { decisionFlows } = schema;

export type FlowRow = typeof decisionFlows.$inferSelect;

/** By id, key or number; throws `not_found`. */
export async function findFlow(ctx: Context, reference: string): Promise<FlowRow> {
  const rows = await ctx.database.orm.select().from(decisionFlows).where(owned(ctx, reference));
  return meant(rows, reference);
}

export async function lockFlow(ctx: Context, tx: Transaction, reference: string): Promise<FlowRow> {
  const rows = await tx.select().from(decisionFlows).where(owned(ctx, reference)).for("update");
  return meant(rows, reference);
}

/** A key takes precedence over a number. */
function meant(rows: readonly FlowRow[], reference: string): FlowRow {
  const row = rows.find(({ key }) => key === reference) ?? rows[0];
  if (row === undefined) throw notFound("decision flow");
  return row;
}

function owned(ctx: Context, reference: string): SQL | undefined {
  const { id, number, key } = readReference(reference);
  const byKey = eq(decisionFlows.key, key);
  const named = id ? eq(decisionFlows.id, id) : number === null ? byKey : or(eq(decisionFlows.number, number), byKey);
  return and(eq(decisionFlows.workspaceId, ctx.workspaceId), named);
}
