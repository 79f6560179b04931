/** What pages show: documents of modals, banners, tooltips, flows and checklists, checked and made ready; pure. */
export { checkDocument, newDocuments } from "./check-document.ts";
export { type InPageDocument, type InPageType, isInPageType } from "./documents.ts";
export { readDocument } from "./findings.ts";
export { holdBack } from "./hold-back.ts";
export { languageChain } from "./languages.ts";
export { renderDocument, secondsOf } from "./render-document.ts";
export { sourcesOf, textsOf } from "./texts.ts";
