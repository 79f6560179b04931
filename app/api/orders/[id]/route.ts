import { one, PersonParams, route } from "#http";
import { Order, OrderInput, putOrder } from "#services/loyalty";

export const PUT = route({
  method: "PUT",
  path: "/api/orders/[id]",
  role: "editor",
  summary: "Store an order of a customer",
  description: "Emits `order.created` the first time, `order.closed` when it becomes closed, else `order.updated`.",
  tags: ["Accounts and orders"],
  params: PersonParams,
  body: OrderInput,
  response: one(Order),
  handler: async ({ ctx, params, body }) => ({ data: await putOrder(ctx, params.id, body) }),
});
