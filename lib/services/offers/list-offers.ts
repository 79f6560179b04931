import { type Context, type Listing, likePattern, listing, offsetOf } from "#services";
import { listOfferRows } from "#store/offers";
import type { Offer, OfferQuery } from "./schema.ts";
import { viewOffers } from "./view-offer.ts";

/** Offers by name. */
export async function listOffers(ctx: Context, query: OfferQuery): Promise<Listing<Offer>> {
  const filter = {
    workspaceId: ctx.workspaceId,
    isArchived: query.archived === "true",
    pattern: query.search === undefined ? null : likePattern(query.search),
  };
  const page = { limit: query.limit, offset: offsetOf(query) };
  const { rows, total } = await listOfferRows(ctx.database.orm, filter, page);
  return listing(await viewOffers(ctx, rows), total, query);
}
