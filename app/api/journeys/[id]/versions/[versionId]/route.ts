import { one, route, VersionParams } from "#http";
import { getVersion, VersionDetail } from "#services/stats";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/versions/[versionId]",
  role: "viewer",
  summary: "Get one version with the canvas it froze",
  tags: ["Journeys"],
  params: VersionParams,
  response: one(VersionDetail),
  handler: async ({ ctx, params }) => ({ data: await getVersion(ctx, params.id, params.versionId) }),
});
