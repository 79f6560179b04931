import { route } from "#http";
import { PlaceJourneyParams, PlaceJourneys, stopPlaceJourney } from "#services/places";

export const POST = route({
  method: "POST",
  path: "/places/[placeId]/journeys/[journeyId]/stop",
  role: "editor",
  summary: "Let a journey of a place start no more executions",
  tags: ["Places"],
  params: PlaceJourneyParams,
  response: PlaceJourneys,
  handler: ({ ctx, params }) => stopPlaceJourney(ctx, params),
});
