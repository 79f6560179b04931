import { type Context, listing, offsetOf } from "#services";
import { listPlacedRows } from "#store/journeys";
import { requirePlace } from "./find-place.ts";
import { findPlaced, isPlaced, viewPlaced } from "./find-place-journey.ts";
import type { PlaceJourneyList, PlaceJourneyParams, PlaceJourneyQuery, PlaceJourneys } from "./schema.ts";

/** The journeys of the place in the order of their ids. */
export async function listPlaceJourneys(
  ctx: Context,
  placeId: number,
  query: PlaceJourneyQuery,
): Promise<PlaceJourneyList> {
  await requirePlace(ctx, placeId);
  const page = { limit: query.limit, offset: offsetOf(query) };
  const { rows, total } = await listPlacedRows(ctx.database.orm, ctx.workspaceId, page);
  const { meta } = listing([], total, query);
  return { ...(await viewPlaced(ctx, placeId, rows.filter(isPlaced))), meta };
}

export async function getPlaceJourney(ctx: Context, params: PlaceJourneyParams): Promise<PlaceJourneys> {
  return viewPlaced(ctx, params.placeId, [await findPlaced(ctx, params)]);
}
