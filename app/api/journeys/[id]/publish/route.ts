import { IdParams, route } from "#http";
import { PublishInput, publishJourney, SavedJourney } from "#services/journeys";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/publish",
  role: "editor",
  summary: "Publish the draft; from PAUSED it resumes",
  description: "Freezes the draft as a new version. People inside stay on the version they entered.",
  tags: ["Journeys"],
  params: IdParams,
  body: PublishInput,
  response: SavedJourney,
  handler: ({ ctx, params }) => publishJourney(ctx, params.id),
});
