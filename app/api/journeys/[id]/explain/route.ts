import { IdParams, one, route } from "#http";
import { ExplainQuery, Explanation, explainPerson } from "#services/explain";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/explain",
  role: "viewer",
  summary: "Explain why a person is, was or is not in a journey",
  description:
    "Also says why they wait, until when, and what would advance them; evaluated now, by the engine's own checks.",
  tags: ["Analytics"],
  params: IdParams,
  query: ExplainQuery,
  response: one(Explanation),
  handler: async ({ ctx, params, query }) => ({ data: await explainPerson(ctx, params.id, query) }),
});
