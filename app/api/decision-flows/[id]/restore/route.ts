import { IdParams, one, route } from "#http";
import { DecisionFlow, restoreFlow } from "#services/decision-flows";

export const POST = route({
  method: "POST",
  path: "/api/decision-flows/[id]/restore",
  role: "editor",
  summary: "Restore an archived decision flow",
  tags: ["Decisions"],
  params: IdParams,
  response: one(DecisionFlow),
  handler: async ({ ctx, params }) => ({ data: await restoreFlow(ctx, params.id) }),
});
