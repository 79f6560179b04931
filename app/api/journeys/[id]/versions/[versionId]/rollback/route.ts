import { readIfMatch, route, VersionParams } from "#http";
import { PublishedJourney, PublishInput, rollbackJourney } from "#services/journeys";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/versions/[versionId]/rollback",
  role: "editor",
  summary: "Publish an old version again",
  description:
    "As a new version; the draft becomes its document. People are moved only by a migration, as in publishing. With `If-Match` or `revision` a draft that has moved since answers 412.",
  tags: ["Journeys"],
  params: VersionParams,
  body: PublishInput,
  response: PublishedJourney,
  handler: ({ ctx, params, body, request }) =>
    rollbackJourney(ctx, params.id, params.versionId, body, readIfMatch(request.headers)),
});
