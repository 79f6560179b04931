export { type CountsFilter, readAnsweredRevisions, readSurveyCounts, type SurveyCount } from "./read.ts";
export { addSurveyCounts, type CountedSurvey, type SurveyDelta } from "./write.ts";
