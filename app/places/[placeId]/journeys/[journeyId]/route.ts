import { Nothing, noContent, route } from "#http";
import {
  deletePlaceJourney,
  getPlaceJourney,
  PlaceJourneyParams,
  PlaceJourneyPatch,
  PlaceJourneys,
  SavedPlaceJourney,
  updatePlaceJourney,
} from "#services/places";

const about = { path: "/places/[placeId]/journeys/[journeyId]", tags: ["Places"], params: PlaceJourneyParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get a journey of a place",
  response: PlaceJourneys,
  handler: ({ ctx, params }) => getPlaceJourney(ctx, params),
});

export const PUT = route({
  ...about,
  method: "PUT",
  role: "editor",
  summary: "Change a journey of a place",
  body: PlaceJourneyPatch,
  response: SavedPlaceJourney,
  handler: ({ ctx, params, body }) => updatePlaceJourney(ctx, params, body),
});

export const DELETE = route({
  ...about,
  method: "DELETE",
  role: "editor",
  summary: "Delete a journey of a place and all its executions",
  status: 204,
  response: Nothing,
  handler: async ({ ctx, params }) => {
    await deletePlaceJourney(ctx, params);
    return noContent();
  },
});
