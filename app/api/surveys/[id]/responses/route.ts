import { IdParams, one, route } from "#http";
import { listResponses, ResponsesQuery, SurveyResponses } from "#services/surveys";

export const GET = route({
  method: "GET",
  path: "/api/surveys/[id]/responses",
  role: "viewer",
  summary: "List what people answered to a survey",
  description: "The newest first, 25 a page; `next` of an answer is the parameter `after` of the following page.",
  tags: ["Surveys"],
  params: IdParams,
  query: ResponsesQuery,
  response: one(SurveyResponses),
  handler: async ({ ctx, params, query }) => ({ data: await listResponses(ctx, params.id, query) }),
});
