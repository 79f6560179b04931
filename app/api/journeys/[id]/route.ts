import { IdParams, noContent, one, readIfMatch, route, withRevision } from "#http";
import * as journeys from "#services/journeys";

const about = { path: "/api/journeys/[id]", tags: ["Journeys"], params: IdParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get a journey with its draft",
  response: one(journeys.JourneyDetail),
  handler: async ({ ctx, params }) => {
    const data = await journeys.getJourney(ctx, params.id);
    return withRevision({ data }, data.revision);
  },
});

export const PATCH = route({
  ...about,
  method: "PATCH",
  role: "editor",
  summary: "Change a journey's metadata",
  body: journeys.JourneyPatch,
  response: journeys.SavedJourney,
  handler: async ({ ctx, params, body, request }) => {
    const saved = await journeys.updateJourney(ctx, params.id, body, readIfMatch(request.headers));
    return withRevision(saved, saved.data.revision);
  },
});

export const DELETE = route({
  ...about,
  method: "DELETE",
  role: "editor",
  summary: "Archive a journey, or delete it for good",
  query: journeys.DeleteQuery,
  response: one(journeys.JourneyDetail),
  handler: async ({ ctx, params, query }) => {
    if (query.permanent !== "true") return { data: await journeys.archiveJourney(ctx, params.id) };
    await journeys.deleteJourney(ctx, params.id);
    return noContent();
  },
});
