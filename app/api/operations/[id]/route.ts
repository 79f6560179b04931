import { IdParams, one, route } from "#http";
import { getOperation, Operation } from "#services/operations";

export const GET = route({
  method: "GET",
  path: "/api/operations/[id]",
  role: "viewer",
  summary: "Get an operation and its progress",
  tags: ["Operations"],
  params: IdParams,
  response: one(Operation),
  handler: async ({ ctx, params }) => ({ data: await getOperation(ctx, params.id) }),
});
