import { one, route } from "#http";
import { ContentVersionDetail, getContentVersion, RevisionParams } from "#services/content";

export const GET = route({
  method: "GET",
  path: "/api/content/[id]/versions/[revision]",
  role: "viewer",
  summary: "Get a version of a content item",
  tags: ["Content"],
  params: RevisionParams,
  response: one(ContentVersionDetail),
  handler: async ({ ctx, params }) => ({ data: await getContentVersion(ctx, params.id, params.revision) }),
});
