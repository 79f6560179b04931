import { route } from "#http";
import { PlaceJourneyParams, PlaceJourneys, startPlaceJourney } from "#services/places";

export const POST = route({
  method: "POST",
  path: "/places/[placeId]/journeys/[journeyId]/start",
  role: "editor",
  summary: "Let a journey of a place start executions",
  tags: ["Places"],
  params: PlaceJourneyParams,
  response: PlaceJourneys,
  handler: ({ ctx, params }) => startPlaceJourney(ctx, params),
});
