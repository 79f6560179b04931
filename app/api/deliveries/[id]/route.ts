import { IdParams, one, RENDER_LIMIT, route } from "#http";
import { DeliveryDetail, getDelivery } from "#services/deliveries";

export const GET = route({
  method: "GET",
  path: "/api/deliveries/[id]",
  role: "viewer",
  limit: RENDER_LIMIT,
  summary: "Get a delivery with its rendered message",
  tags: ["Deliveries"],
  params: IdParams,
  response: one(DeliveryDetail),
  handler: async ({ ctx, params }) => ({ data: await getDelivery(ctx, params.id) }),
});
