import { many, route } from "#http";
import { Delivery, DeliveryQuery, listDeliveries } from "#services/deliveries";

export const GET = route({
  method: "GET",
  path: "/api/deliveries",
  role: "viewer",
  summary: "List deliveries, newest first",
  tags: ["Deliveries"],
  query: DeliveryQuery,
  response: many(Delivery),
  handler: ({ ctx, query }) => listDeliveries(ctx, query),
});
