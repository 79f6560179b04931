import { IdParams, one, route } from "#http";
import { exportResponses, ResponsesQuery, SurveyExport } from "#services/surveys";

export const GET = route({
  method: "GET",
  path: "/api/surveys/[id]/export",
  role: "editor",
  summary: "Export the answers to a survey",
  description: "CSV in parts of 5,000 lines; `next` of an answer is the parameter `after` of the following part.",
  tags: ["Surveys"],
  params: IdParams,
  query: ResponsesQuery,
  response: one(SurveyExport),
  handler: async ({ ctx, params, query }) => ({ data: await exportResponses(ctx, params.id, query) }),
});
