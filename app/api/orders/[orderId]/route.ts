import { one, route } from "#http";
import { Order, OrderInput, OrderParams, putOrder } from "#services/loyalty";

export const PUT = route({
  method: "PUT",
  path: "/api/orders/[orderId]",
  role: "editor",
  summary: "Store an order of a customer",
  description: "Emits `order.created` the first time, `order.closed` when it becomes closed, else `order.updated`.",
  tags: ["Accounts and orders"],
  params: OrderParams,
  body: OrderInput,
  response: one(Order),
  handler: async ({ ctx, params, body }) => ({ data: await putOrder(ctx, params.orderId, body) }),
});
