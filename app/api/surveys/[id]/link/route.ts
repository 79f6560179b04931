import { IdParams, one, route } from "#http";
import { SurveyAddress, surveyAddress } from "#services/surveys";

export const GET = route({
  method: "GET",
  path: "/api/surveys/[id]/link",
  role: "viewer",
  summary: "Read the address of a survey for everyone",
  description: "It is signed. Answers by it belong to no person; a message has a link of its own for each person.",
  tags: ["Surveys"],
  params: IdParams,
  response: one(SurveyAddress),
  handler: async ({ ctx, params }) => ({ data: await surveyAddress(ctx, params.id) }),
});
