import { IdParams, one, route } from "#http";
import { archiveFlow, DecisionFlow } from "#services/decision-flows";

export const POST = route({
  method: "POST",
  path: "/api/decision-flows/[id]/archive",
  role: "editor",
  summary: "Archive a decision flow",
  tags: ["Decisions"],
  params: IdParams,
  response: one(DecisionFlow),
  handler: async ({ ctx, params }) => ({ data: await archiveFlow(ctx, params.id) }),
});
