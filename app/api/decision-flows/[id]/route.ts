import { IdParams, Nothing, noContent, one, route } from "#http";
import { DecisionFlow, DecisionFlowPatch, deleteFlow, getFlow, updateFlow } from "#services/decision-flows";

const about = { path: "/api/decision-flows/[id]", tags: ["Decisions"], params: IdParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get a decision flow",
  response: one(DecisionFlow),
  handler: async ({ ctx, params }) => ({ data: await getFlow(ctx, params.id) }),
});

export const PATCH = route({
  ...about,
  method: "PATCH",
  role: "editor",
  summary: "Change a decision flow",
  body: DecisionFlowPatch,
  response: one(DecisionFlow),
  handler: async ({ ctx, params, body }) => ({ data: await updateFlow(ctx, params.id, body) }),
});

export const DELETE = route({
  ...about,
  method: "DELETE",
  role: "editor",
  summary: "Delete a decision flow",
  description: "Refused with 409 while a draft or a version in use decides with it; the answer says which.",
  status: 204,
  response: Nothing,
  handler: async ({ ctx, params }) => {
    await deleteFlow(ctx, params.id);
    return noContent();
  },
});
