import { IdParams, one, route } from "#http";
import { ResultsQuery, SurveyResults, surveyResults } from "#services/surveys";

export const GET = route({
  method: "GET",
  path: "/api/surveys/[id]/results",
  role: "viewer",
  summary: "Read the results of a survey",
  description: "Figures of each question and of each day (UTC), read from counters.",
  tags: ["Surveys"],
  params: IdParams,
  query: ResultsQuery,
  response: one(SurveyResults),
  handler: async ({ ctx, params, query }) => ({ data: await surveyResults(ctx, params.id, query) }),
});
