import { type Context, iso, isoOrNull } from "#services";
import { readOfferCounts } from "#store/offer-counts";
import type { OfferRow } from "#store/offers";
import type { Offer, OfferFigures } from "./schema.ts";

export const NO_FIGURES: OfferFigures = {
  offered: 0,
  explored: 0,
  sent: 0,
  impressions: 0,
  clicks: 0,
  conversions: 0,
  dismissals: 0,
};

/** Rows as the API shows them, with their figures. */
export async function viewOffers(ctx: Context, rows: readonly OfferRow[]): Promise<Offer[]> {
  const offerIds = rows.map(({ id }) => id);
  const counts = await readOfferCounts(ctx.database.sql, ctx.workspaceId, { offerIds });
  return rows.map(({ workspaceId: _of, learned: _learned, archivedAt, ...row }) => ({
    ...row,
    startsAt: isoOrNull(row.startsAt),
    endsAt: isoOrNull(row.endsAt),
    status: archivedAt === null ? statusOf(row, Date.now()) : "archived",
    figures: counts.get(row.id) ?? NO_FIGURES,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  }));
}

export async function viewOffer(ctx: Context, row: OfferRow): Promise<Offer> {
  const [offer] = await viewOffers(ctx, [row]);
  if (!offer) throw new Error("an offer without a view");
  return offer;
}

function statusOf({ startsAt, endsAt }: Pick<OfferRow, "startsAt" | "endsAt">, now: number): Offer["status"] {
  if (startsAt !== null && startsAt.getTime() > now) return "scheduled";
  return endsAt !== null && endsAt.getTime() <= now ? "ended" : "active";
}
