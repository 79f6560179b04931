import { IdParams, one, route } from "#http";
import { getStats, JourneyStats, StatsQuery } from "#services/stats";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/stats",
  role: "viewer",
  summary: "Counts of a journey, its nodes and its edges",
  tags: ["Analytics"],
  figures: true,
  params: IdParams,
  query: StatsQuery,
  response: one(JourneyStats),
  handler: async ({ ctx, params, query }) => ({ data: await getStats(ctx, params.id, query) }),
});
