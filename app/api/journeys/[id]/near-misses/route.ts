import { IdParams, route } from "#http";
import { listNearMisses, NearMisses, NearMissQuery } from "#services/explain";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/near-misses",
  role: "viewer",
  summary: "List who met a trigger but did not enter, and why",
  tags: ["Analytics"],
  figures: true,
  params: IdParams,
  query: NearMissQuery,
  response: NearMisses,
  handler: ({ ctx, params, query }) => listNearMisses(ctx, params.id, query.hours),
});
