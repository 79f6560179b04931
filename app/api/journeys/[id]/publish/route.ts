import { IdParams, readIfMatch, route } from "#http";
import { PublishedJourney, PublishInput, publishJourney } from "#services/journeys";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/publish",
  role: "editor",
  summary: "Publish the draft; from PAUSED it resumes",
  description:
    "Freezes the draft as a new version. People inside stay on the version they entered, unless a migration says what becomes of the people on a step. With `If-Match` or `revision` a draft that has moved since answers 412 with `difference`, what changed in it (null where `differenceNote` says why it is not listed), and `changedBy`.",
  tags: ["Journeys"],
  params: IdParams,
  body: PublishInput,
  response: PublishedJourney,
  handler: ({ ctx, params, body, request }) => publishJourney(ctx, params.id, body, readIfMatch(request.headers)),
});
