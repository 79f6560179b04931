import { IdParams, one, route } from "#http";
import { DeliveryDetail, SettleInput, settleDelivery } from "#services/deliveries";

export const POST = route({
  method: "POST",
  path: "/api/deliveries/[id]/settle",
  role: "editor",
  summary: "Set the outcome of a delivery whose outcome is unknown",
  tags: ["Deliveries"],
  params: IdParams,
  body: SettleInput,
  response: one(DeliveryDetail),
  handler: async ({ ctx, params, body }) => ({ data: await settleDelivery(ctx, params.id, body) }),
});
