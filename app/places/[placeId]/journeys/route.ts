import { route } from "#http";
import {
  createPlaceJourney,
  listPlaceJourneys,
  NewPlaceJourney,
  PlaceJourneyList,
  PlaceJourneyQuery,
  PlaceParams,
  SavedPlaceJourney,
} from "#services/places";

const about = { path: "/places/[placeId]/journeys", tags: ["Places"], params: PlaceParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List the journeys of a place",
  query: PlaceJourneyQuery,
  response: PlaceJourneyList,
  handler: ({ ctx, params, query }) => listPlaceJourneys(ctx, params.placeId, query),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Create a journey of a place",
  body: NewPlaceJourney,
  response: SavedPlaceJourney,
  handler: ({ ctx, params, body }) => createPlaceJourney(ctx, params.placeId, body),
});
