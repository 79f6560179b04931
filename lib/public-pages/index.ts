/** Pages for people outside: preferences, unsubscribing, confirming, surveys. They need no script and no session. */
export { type Brand, brandOf } from "./brand.ts";
export { confirmPage } from "./confirm-page.ts";
export { type Page, pageResponse } from "./page.ts";
export { type PreferencesView, preferencesPage } from "./preferences-page.ts";
export { refusalPage } from "./refusal-page.ts";
export { type SurveyView, surveyPage } from "./survey-page.ts";
export { languageOfPage, type PublicRefusal } from "./texts/index.ts";
export { type UnsubscribeView, unsubscribePage } from "./unsubscribe-page.ts";
