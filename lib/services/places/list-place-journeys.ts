import { and, asc, count, isNotNull, ne } from "drizzle-orm";
import { type Context, listing, offsetOf } from "#services";
import { visible } from "#services/journeys";
import { schema } from "#store";
import { requirePlace } from "./find-place.ts";
import { findPlaced, type PlacedRow, viewPlaced } from "./find-place-journey.ts";
import type { PlaceJourneyList, PlaceJourneyParams, PlaceJourneyQuery, PlaceJourneys } from "./schema.ts";

const { journeys } = schema;

/** The journeys of the place in the order of their ids. */
export async function listPlaceJourneys(
  ctx: Context,
  placeId: number,
  query: PlaceJourneyQuery,
): Promise<PlaceJourneyList> {
  await requirePlace(ctx, placeId);
  const where = and(visible(ctx), isNotNull(journeys.place), ne(journeys.status, "archived"));
  const { orm } = ctx.database;
  const [[total], rows] = await Promise.all([
    orm.select({ total: count() }).from(journeys).where(where),
    orm.select().from(journeys).where(where).orderBy(asc(journeys.number)).limit(query.limit).offset(offsetOf(query)),
  ]);
  const { meta } = listing([], total?.total ?? 0, query);
  return { ...(await viewPlaced(ctx, placeId, rows as PlacedRow[])), meta };
}

export async function getPlaceJourney(ctx: Context, params: PlaceJourneyParams): Promise<PlaceJourneys> {
  return viewPlaced(ctx, params.placeId, [await findPlaced(ctx, params)]);
}
