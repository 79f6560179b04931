import { and, eq, or, type SQL } from "drizzle-orm";
import { type Context, notFound, readReference, type Transaction } from "#services";
import { schema } from "#store";

const { offers } = schema;

export type OfferRow = typeof offers.$inferSelect;

/** By id, key or number; throws `not_found`. */
export async function findOffer(ctx: Context, reference: string): Promise<OfferRow> {
  const rows = await ctx.database.orm.select().from(offers).where(owned(ctx, reference));
  return meant(rows, reference);
}

export async function lockOffer(ctx: Context, tx: Transaction, reference: string): Promise<OfferRow> {
  const rows = await tx.select().from(offers).where(owned(ctx, reference)).for("update");
  return meant(rows, reference);
}

/** A key takes precedence over a number. */
function meant(rows: readonly OfferRow[], reference: string): OfferRow {
  const row = rows.find(({ key }) => key === reference) ?? rows[0];
  if (row === undefined) throw notFound("offer");
  return row;
}

function owned(ctx: Context, reference: string): SQL | undefined {
  const { id, number, key } = readReference(reference);
  const byKey = eq(offers.key, key);
  const named = id ? eq(offers.id, id) : number === null ? byKey : or(eq(offers.number, number), byKey);
  return and(eq(offers.workspaceId, ctx.workspaceId), named);
}
