import { one, route } from "#http";
import { countReach, ReachCount, ReachQuery } from "#services/consent";

export const GET = route({
  method: "GET",
  path: "/api/reach",
  tags: ["Consent"],
  role: "viewer",
  summary: "Count the people a message could reach, and why not the others",
  description: "Exact for small audiences; of large ones a fair sample of 10,000 people is counted.",
  query: ReachQuery,
  response: one(ReachCount),
  handler: async ({ ctx, query }) => ({ data: await countReach(ctx, query) }),
});
