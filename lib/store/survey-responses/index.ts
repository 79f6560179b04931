export { type ListedResponse, listResponses, type ResponseFilter, readResponse } from "./read.ts";
export { readSurvey, type SurveyRow } from "./read-survey.ts";
export type { StoredAnswer, SurveyPlace } from "./table.ts";
export { lockResponse, type NewResponse, type SurveyResponse, storeAnswers } from "./write.ts";
