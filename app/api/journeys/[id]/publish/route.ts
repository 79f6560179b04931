import { IdParams, route } from "#http";
import { PublishedJourney, PublishInput, publishJourney } from "#services/journeys";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/publish",
  role: "editor",
  summary: "Publish the draft; from PAUSED it resumes",
  description:
    "Freezes the draft as a new version. People inside stay on the version they entered, unless a migration says what becomes of the people on a step.",
  tags: ["Journeys"],
  params: IdParams,
  body: PublishInput,
  response: PublishedJourney,
  handler: ({ ctx, params, body }) => publishJourney(ctx, params.id, body),
});
