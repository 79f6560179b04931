import { many, route } from "#http";
import * as journeys from "#services/v1-journeys";

const about = { path: "/api/v1/journeys", tags: ["Journeys v1"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List journeys",
  description: "Most recently changed first. Archived journeys are left out unless `status` asks for them.",
  query: journeys.V1JourneyQuery,
  response: many(journeys.V1Journey),
  handler: ({ ctx, query }) => journeys.listV1Journeys(ctx, query),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Create a journey of steps",
  description: "A draft may name steps that are not defined yet; `warnings` lists them, and activating refuses them.",
  body: journeys.NewV1Journey,
  maxBytes: 8 * 1024 * 1024,
  status: 201,
  response: journeys.SavedV1Journey,
  handler: ({ ctx, body, given }) => journeys.createV1Journey(ctx, body, given),
});
