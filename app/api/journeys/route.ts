import { CANVAS_BODY_BYTES, many, route } from "#http";
import { createJourney, Journey, JourneyQuery, listJourneys, NewJourney, SavedJourney } from "#services/journeys";

export const GET = route({
  method: "GET",
  path: "/api/journeys",
  role: "viewer",
  summary: "List journeys",
  description: "Most recently changed first. Archived journeys are left out unless `status` asks for them.",
  tags: ["Journeys"],
  query: JourneyQuery,
  response: many(Journey),
  handler: ({ ctx, query }) => listJourneys(ctx, query),
});

export const POST = route({
  method: "POST",
  path: "/api/journeys",
  role: "editor",
  summary: "Create a journey",
  tags: ["Journeys"],
  body: NewJourney,
  maxBytes: CANVAS_BODY_BYTES,
  status: 201,
  response: SavedJourney,
  handler: ({ ctx, body }) => createJourney(ctx, body),
});
