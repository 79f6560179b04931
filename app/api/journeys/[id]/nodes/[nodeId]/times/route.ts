import { one, route, SplitParams } from "#http";
import { getStepTimes, StepTimes, StepTimesQuery } from "#services/stats";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/nodes/[nodeId]/times",
  role: "viewer",
  summary: "Show how long people stay at a step",
  description:
    "A histogram of the latest finished visits and of those who wait there now, and who has waited longer than a time.",
  tags: ["Analytics"],
  params: SplitParams,
  query: StepTimesQuery,
  response: one(StepTimes),
  handler: async ({ ctx, params, query }) => ({ data: await getStepTimes(ctx, params.id, params.nodeId, query) }),
});
