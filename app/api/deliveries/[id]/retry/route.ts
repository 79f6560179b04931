import { IdParams, one, route } from "#http";
import { DeliveryDetail, retryDelivery } from "#services/deliveries";

export const POST = route({
  method: "POST",
  path: "/api/deliveries/[id]/retry",
  role: "editor",
  summary: "Retry a failed delivery",
  tags: ["Deliveries"],
  params: IdParams,
  response: one(DeliveryDetail),
  handler: async ({ ctx, params }) => ({ data: await retryDelivery(ctx, params.id) }),
});
