import { readIfMatch, route, VersionParams } from "#http";
import { PublishedJourney, PublishInput, rollbackJourney } from "#services/journeys";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/versions/[versionId]/rollback",
  role: "editor",
  summary: "Publish an old version again",
  description:
    "Publishes it as a new version and replaces the draft. People move only by a migration, as in publishing. With `If-Match` or `revision`, the answer is 412 if the draft was changed in the meantime.",
  tags: ["Journeys"],
  params: VersionParams,
  body: PublishInput,
  response: PublishedJourney,
  handler: ({ ctx, params, body, request }) =>
    rollbackJourney(ctx, params.id, params.versionId, body, readIfMatch(request.headers)),
});
