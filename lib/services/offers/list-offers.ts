import { and, asc, count, eq, ilike, isNotNull, isNull, or } from "drizzle-orm";
import { type Context, type Listing, likePattern, listing, offsetOf } from "#services";
import { schema } from "#store";
import type { Offer, OfferQuery } from "./schema.ts";
import { viewOffers } from "./view-offer.ts";

const { offers } = schema;

/** Offers by name. */
export async function listOffers(ctx: Context, query: OfferQuery): Promise<Listing<Offer>> {
  const pattern = query.search === undefined ? null : likePattern(query.search);
  const where = and(
    eq(offers.workspaceId, ctx.workspaceId),
    query.archived === "true" ? isNotNull(offers.archivedAt) : isNull(offers.archivedAt),
    pattern === null ? undefined : or(ilike(offers.name, pattern), ilike(offers.key, pattern)),
  );
  const { orm } = ctx.database;
  const [[total], rows] = await Promise.all([
    orm.select({ total: count() }).from(offers).where(where),
    orm
      .select()
      .from(offers)
      .where(where)
      .orderBy(asc(offers.name), asc(offers.id))
      .limit(query.limit)
      .offset(offsetOf(query)),
  ]);
  return listing(await viewOffers(ctx, rows), total?.total ?? 0, query);
}
