/** What pages show: documents of modals, banners, tooltips, flows and checklists, checked and made ready; pure. */
export { checkDocument, newDocuments } from "./check-document.ts";
export {
  Checklist,
  documentSchemas,
  type InPageDocument,
  type InPageDocuments,
  type InPageType,
  isInPageType,
} from "./documents.ts";
export { type DocumentFinding, readDocument } from "./findings.ts";
export { holdBack } from "./hold-back.ts";
export { languageChain } from "./languages.ts";
export { DISMISSAL_SCOPES, type DismissalScope } from "./parts.ts";
export { type ReadyDocument, renderDocument, secondsOf } from "./render-document.ts";
export { sourcesOf, textsOf } from "./texts.ts";
export { Theme } from "./theme.ts";
