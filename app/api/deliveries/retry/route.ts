import { one, route } from "#http";
import { Retried, RetryInput, retryDeliveries } from "#services/deliveries";

export const POST = route({
  method: "POST",
  path: "/api/deliveries/retry",
  role: "editor",
  summary: "Send failed messages again",
  description: "All of the workspace, or those of a journey or a channel, with new attempts and the current content.",
  tags: ["Deliveries"],
  body: RetryInput,
  response: one(Retried),
  handler: async ({ ctx, body }) => ({ data: await retryDeliveries(ctx, body) }),
});
