import { IdParams, one, route } from "#http";
import { cancelOperation, Operation } from "#services/operations";

export const POST = route({
  method: "POST",
  path: "/api/operations/[id]/cancel",
  role: "editor",
  summary: "End set-wise work where it is",
  description: "What was done stays. Work that must not stop half-way is refused (409).",
  tags: ["Operations"],
  params: IdParams,
  response: one(Operation),
  handler: async ({ ctx, params }) => ({ data: await cancelOperation(ctx, params.id) }),
});
