import { IdParams, readIfMatch, route } from "#http";
import { PublishedJourney, PublishInput, publishJourney } from "#services/journeys";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/publish",
  role: "editor",
  summary: "Publish the draft; from PAUSED it resumes",
  description:
    "Freezes the draft as a new version. People inside stay on the version they entered, unless a migration says what happens to the people on a step. With `If-Match` or `revision`, the answer is 412 if the draft was changed in the meantime; `difference` says what changed (null where `differenceNote` says why it is not listed), and `changedBy` who changed it.",
  tags: ["Journeys"],
  params: IdParams,
  body: PublishInput,
  response: PublishedJourney,
  handler: ({ ctx, params, body, request }) => publishJourney(ctx, params.id, body, readIfMatch(request.headers)),
});
