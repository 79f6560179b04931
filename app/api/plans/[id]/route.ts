import { IdParams, one, route } from "#http";
import { getPlan, Plan } from "#services/plans";

export const GET = route({
  method: "GET",
  path: "/api/plans/[id]",
  role: "viewer",
  summary: "Get a plan",
  tags: ["Plans"],
  params: IdParams,
  response: one(Plan),
  handler: async ({ ctx, params }) => ({ data: await getPlan(ctx, params.id) }),
});
