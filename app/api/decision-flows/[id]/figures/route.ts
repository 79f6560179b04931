import { IdParams, one, route } from "#http";
import { FlowFigures, getFigures } from "#services/decision-flows";

export const GET = route({
  method: "GET",
  path: "/api/decision-flows/[id]/figures",
  role: "viewer",
  summary: "Get what happened with the offers of a decision flow",
  tags: ["Decisions"],
  params: IdParams,
  response: one(FlowFigures),
  handler: async ({ ctx, params }) => ({ data: await getFigures(ctx, params.id) }),
});
