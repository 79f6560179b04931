import { one, route } from "#http";
import { getPolicies, putPolicies, SendingPoliciesInput, SendingPoliciesView } from "#services/sending-policies";

const about = { path: "/api/sending-policies", tags: ["Sending policies"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get the sending policies",
  description: "Quiet hours, send windows, caps, rates and the holdout of the workspace.",
  response: one(SendingPoliciesView),
  handler: async ({ ctx }) => ({ data: await getPolicies(ctx) }),
});

export const PUT = route({
  ...about,
  method: "PUT",
  role: "editor",
  summary: "Replace the sending policies",
  description: "They hold for queued messages too: those that are held are looked at again at once.",
  body: SendingPoliciesInput,
  response: one(SendingPoliciesView),
  handler: async ({ ctx, body }) => ({ data: await putPolicies(ctx, body) }),
});
