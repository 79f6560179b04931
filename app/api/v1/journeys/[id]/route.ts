import { IdParams, Nothing, noContent, route } from "#http";
import * as journeys from "#services/v1-journeys";

const about = { path: "/api/v1/journeys/[id]", tags: ["Journeys v1"], params: IdParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get a journey with its steps",
  response: journeys.V1JourneyDetail,
  handler: ({ ctx, params }) => journeys.getV1Journey(ctx, params.id),
});

export const PUT = route({
  ...about,
  method: "PUT",
  role: "editor",
  summary: "Change a journey or its status",
  description:
    "Only given fields change, all or nothing. An active journey takes a name, a description and a status; the answer to anything else is 409. `status` moves draft to active, active to paused and back, and any to archived, which is final.",
  body: journeys.V1JourneyPatch,
  maxBytes: 8 * 1024 * 1024,
  response: journeys.SavedV1Journey,
  handler: ({ ctx, params, body, given }) => journeys.updateV1Journey(ctx, params.id, body, given),
});

export const DELETE = route({
  ...about,
  method: "DELETE",
  role: "editor",
  summary: "Delete a draft",
  status: 204,
  response: Nothing,
  handler: async ({ ctx, params }) => {
    await journeys.deleteV1Journey(ctx, params.id);
    return noContent();
  },
});
