import { one, route, VersionParams } from "#http";
import { PublishInput, PublishPreview, previewRollback } from "#services/journeys";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/versions/[versionId]/rollback/preview",
  role: "viewer",
  summary: "Preview what going back to a version does to the people inside",
  tags: ["Journeys"],
  params: VersionParams,
  body: PublishInput,
  response: one(PublishPreview),
  handler: async ({ ctx, params, body }) => ({ data: await previewRollback(ctx, params.id, params.versionId, body) }),
});
