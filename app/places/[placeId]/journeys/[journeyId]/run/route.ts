import { Reply, route } from "#http";
import { PlaceJourneyParams, RunInput, runPlaceJourney, Triggered } from "#services/places";

export const POST = route({
  method: "POST",
  path: "/places/[placeId]/journeys/[journeyId]/run",
  role: "editor",
  summary: "Run a manual journey for all eligible customers",
  description: "The header `Location` names the operation that enrolls them.",
  tags: ["Places"],
  params: PlaceJourneyParams,
  body: RunInput,
  response: Triggered,
  handler: async ({ ctx, params, body }) => {
    const { triggered, operationId } = await runPlaceJourney(ctx, params, body);
    return new Reply({ triggered }, operationId ? { headers: { location: `/api/operations/${operationId}` } } : {});
  },
});
