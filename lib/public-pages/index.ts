/** Pages for people outside: preferences, unsubscribing, confirming, surveys. They need no script and no session. */
export { type Brand, brandOf } from "./brand.ts";
export { BAD_FORM, confirmPage, NOT_NOW, NOTHING_HERE, TOO_MANY } from "./confirm-page.ts";
export { type Page, pageResponse } from "./page.ts";
export { type PreferencesView, preferencesPage } from "./preferences-page.ts";
export { type SurveyView, surveyPage } from "./survey-page.ts";
export { languageOfPage } from "./texts/index.ts";
export { type UnsubscribeView, unsubscribePage } from "./unsubscribe-page.ts";
