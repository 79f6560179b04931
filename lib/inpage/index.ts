/** What pages show: documents of modals, banners, tooltips, flows, checklists and surveys, checked and made ready; pure. */
export { checkDocument, newDocuments } from "./check-document.ts";
export { type InPageDocument, type InPageType, isInPageType, type Survey } from "./documents.ts";
export {
  freeId,
  listAt,
  type Path,
  valueAt,
  withMoved,
  withoutPart,
  withPart,
  withValue,
} from "./edit-document.ts";
export {
  inLanguages,
  mainLanguage,
  missingTexts,
  readText,
  withLanguage,
  withoutLanguage,
  writeText,
  writtenLanguages,
} from "./edit-languages.ts";
export { type DocumentFinding, pointerOf, readDocument } from "./findings.ts";
export { holdBack } from "./hold-back.ts";
export { isRightToLeft, languageChain, languagesOf } from "./languages.ts";
export { renderDocument, secondsOf } from "./render-document.ts";
export { type AnswerValue, readAnswer, scaleOf, scoreOf } from "./survey/answers.ts";
export { type Answered, firstScored, nextQuestion, pathOf } from "./survey/path.ts";
export { type Branch, END, LONGEST_ANSWER, type Question } from "./survey/questions.ts";
export { type SurveyWords, surveyWords } from "./survey/words.ts";
export { Target } from "./targets.ts";
export { type LocalText, sourcesOf, textsOf } from "./texts.ts";
export { type Colours, contrasts, fillTheme, LEAST_CONTRAST, Theme } from "./theme.ts";
