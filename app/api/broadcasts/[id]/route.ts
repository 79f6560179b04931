import { IdParams, one, route } from "#http";
import { BroadcastDetail, getBroadcast } from "#services/broadcasts";

export const GET = route({
  method: "GET",
  path: "/api/broadcasts/[id]",
  role: "viewer",
  summary: "A broadcast, who could be reached before, and its results",
  tags: ["Broadcasts"],
  params: IdParams,
  response: one(BroadcastDetail),
  handler: async ({ ctx, params }) => ({ data: await getBroadcast(ctx, params.id) }),
});
