import { IdParams, one, route } from "#http";
import { cancelOperation, Operation } from "#services/operations";

export const POST = route({
  method: "POST",
  path: "/api/operations/[id]/cancel",
  role: "editor",
  summary: "Cancel an operation",
  description: "Completed work is kept. Operations that must not stop half-way are refused (409).",
  tags: ["Operations"],
  params: IdParams,
  response: one(Operation),
  handler: async ({ ctx, params }) => ({ data: await cancelOperation(ctx, params.id) }),
});
