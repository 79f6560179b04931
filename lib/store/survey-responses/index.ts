export { type ListedResponse, listResponses, type ResponseFilter, readResponse, SEARCHED } from "./read.ts";
export { readSurvey, type SurveyRow } from "./read-survey.ts";
export type { StoredAnswer, SurveyPlace } from "./table.ts";
export { lockResponse, type NewResponse, responseShard, type SurveyResponse, storeAnswers } from "./write.ts";
