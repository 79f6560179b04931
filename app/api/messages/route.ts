import { one, route } from "#http";
import { DeliveryDetail } from "#services/deliveries";
import { MessageInput, sendMessage } from "#services/messages";

export const POST = route({
  method: "POST",
  path: "/api/messages",
  role: "editor",
  summary: "Send one transactional message",
  description: "To a person, without a journey. Suppressed addresses get nothing; subscriptions are not asked.",
  tags: ["Deliveries"],
  body: MessageInput,
  status: 201,
  response: one(DeliveryDetail),
  handler: async ({ ctx, body }) => ({ data: await sendMessage(ctx, body) }),
});
