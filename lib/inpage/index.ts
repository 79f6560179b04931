/** What pages show: documents of modals, banners, tooltips, flows, checklists and surveys, checked and made ready; pure. */
export { checkDocument, newDocuments } from "./check-document.ts";
export { type InPageDocument, type InPageType, isInPageType, type Survey } from "./documents.ts";
export { readDocument } from "./findings.ts";
export { holdBack } from "./hold-back.ts";
export { languageChain } from "./languages.ts";
export { renderDocument, secondsOf } from "./render-document.ts";
export { type AnswerValue, readAnswer, scaleOf, scoreOf } from "./survey/answers.ts";
export { type Answered, firstScored, nextQuestion, pathOf } from "./survey/path.ts";
export { type Branch, END, LONGEST_ANSWER, type Question } from "./survey/questions.ts";
export { type SurveyWords, surveyWords } from "./survey/words.ts";
export { sourcesOf, textsOf } from "./texts.ts";
