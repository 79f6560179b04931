import { IdParams, one, route } from "#http";
import { Plan, RejectInput, rejectPlan } from "#services/plans";

export const POST = route({
  method: "POST",
  path: "/api/plans/[id]/reject",
  role: "editor",
  summary: "Reject a plan",
  tags: ["Plans"],
  params: IdParams,
  body: RejectInput,
  response: one(Plan),
  handler: async ({ ctx, params, body }) => ({ data: await rejectPlan(ctx, params.id, body) }),
});
