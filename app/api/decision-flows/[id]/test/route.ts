import { CHECK_LIMIT, IdParams, one, route } from "#http";
import { DecisionTest, DecisionTestInput, testFlow } from "#services/decision-flows";

export const POST = route({
  method: "POST",
  path: "/api/decision-flows/[id]/test",
  role: "editor",
  limit: CHECK_LIMIT,
  summary: "Decide for one person without storing it",
  description: "The decision as a journey would make it now, with its receipt. Caps do not count it.",
  tags: ["Decisions"],
  params: IdParams,
  body: DecisionTestInput,
  response: one(DecisionTest),
  handler: async ({ ctx, params, body }) => ({ data: await testFlow(ctx, params.id, body) }),
});
