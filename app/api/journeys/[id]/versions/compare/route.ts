import { IdParams, one, route } from "#http";
import { CompareQuery, compareVersions, VersionDifference } from "#services/journeys";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/versions/compare",
  role: "viewer",
  summary: "Compare two versions, or one with the draft",
  tags: ["Journeys"],
  params: IdParams,
  query: CompareQuery,
  response: one(VersionDifference),
  handler: async ({ ctx, params, query }) => ({ data: await compareVersions(ctx, params.id, query) }),
});
