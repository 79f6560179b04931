import { one, route, VersionParams } from "#http";
import { getVersion, labelVersion, VersionDetail, VersionLabel } from "#services/stats";

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

export const PATCH = route({
  method: "PATCH",
  path: "/api/journeys/[id]/versions/[versionId]",
  role: "editor",
  summary: "Name a version, or note why it was made",
  tags: ["Journeys"],
  params: VersionParams,
  body: VersionLabel,
  response: one(VersionDetail),
  handler: async ({ ctx, params, body }) => ({ data: await labelVersion(ctx, params.id, params.versionId, body) }),
});
