import { many, route } from "#http";
import { findJourney } from "#services/journeys";
import { listOperations, Operation, OperationQuery } from "#services/operations";

export const GET = route({
  method: "GET",
  path: "/api/operations",
  role: "viewer",
  summary: "List operations, newest first",
  tags: ["Operations"],
  query: OperationQuery,
  response: many(Operation),
  handler: async ({ ctx, query }) => {
    if (query.journeyId === undefined) return listOperations(ctx, query);
    const { id: journeyId } = await findJourney(ctx, query.journeyId);
    return listOperations(ctx, { ...query, journeyId });
  },
});
