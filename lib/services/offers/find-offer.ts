import { type Context, notFound, readReference, type Transaction } from "#services";
import { findOffers, lockOffers, type OfferRow } from "#store/offers";

/** By id, key or number; throws `not_found`. */
export async function findOffer(ctx: Context, reference: string): Promise<OfferRow> {
  return meant(await findOffers(ctx.database.orm, ctx.workspaceId, readReference(reference)), reference);
}

export async function lockOffer(ctx: Context, tx: Transaction, reference: string): Promise<OfferRow> {
  return meant(await lockOffers(tx, ctx.workspaceId, readReference(reference)), reference);
}

/** A key takes precedence over a number. */
function meant(rows: readonly OfferRow[], reference: string): OfferRow {
  const row = rows.find(({ key }) => key === reference) ?? rows[0];
  if (row === undefined) throw notFound("offer");
  return row;
}
