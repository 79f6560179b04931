import { IdParams, one, route } from "#http";
import { getStats, JourneyStats } from "#services/stats";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/stats",
  role: "viewer",
  summary: "Counts of a journey, its nodes and its edges",
  tags: ["Analytics"],
  params: IdParams,
  response: one(JourneyStats),
  handler: async ({ ctx, params }) => ({ data: await getStats(ctx, params.id) }),
});
