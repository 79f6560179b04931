/** Surveys: what people answer in pages and by links, and what came of it. */
export { type AnsweredByLink, answerByLink } from "./answer-by-link.ts";
export { answerInPage } from "./answer-in-page.ts";
export { exportResponses } from "./export-responses.ts";
export { listResponses } from "./list-responses.ts";
export { type OpenedSurvey, openSurvey } from "./open-link.ts";
export { readSurveyForm } from "./read-survey-form.ts";
export {
  InPageAnswers,
  ResponsesQuery,
  ResultsQuery,
  SurveyAddress,
  SurveyExport,
  SurveyResponses,
  SurveyResults,
} from "./schema.ts";
export { surveyAddress } from "./survey-address.ts";
export { surveyResults } from "./survey-results.ts";
export { type SurveyStep, stepOf } from "./survey-step.ts";
