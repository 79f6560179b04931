import { many, one, route } from "#http";
import { createFlow, DecisionFlow, DecisionFlowQuery, listFlows, NewDecisionFlow } from "#services/decision-flows";

const about = { path: "/api/decision-flows", tags: ["Decisions"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List decision flows",
  query: DecisionFlowQuery,
  response: many(DecisionFlow),
  handler: ({ ctx, query }) => listFlows(ctx, query),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Create a decision flow",
  body: NewDecisionFlow,
  status: 201,
  response: one(DecisionFlow),
  handler: async ({ ctx, body }) => ({ data: await createFlow(ctx, body) }),
});
