export { checkTemplateHere, checkTemplates, type TemplateVerdict } from "./check-templates.ts";
export { describeNotes } from "./describe-notes.ts";
export type { EmailError, EmailField, EmailTemplate, MailHeaders, RenderedEmail } from "./email-template.ts";
export {
  compileMailInThread,
  previewEmail,
  renderEmailInThread,
  renderWebhookInThread,
  variablesInThread,
} from "./in-threads.ts";
export { templateFilters, templateTags } from "./liquid.ts";
export { chooseLetter, type StoredLetter } from "./mail/choose-letter.ts";
export type { MailSource, SharedParts } from "./mail/compile-mail.ts";
export type { MailFinding } from "./mail/mail-finding.ts";
export { fillLayout, hasContentPlace, snippetsIn } from "./mail/snippets.ts";
export { renderEmailHere } from "./render-email.ts";
export type { RenderNotes } from "./render-notes.ts";
export { type RenderedTexts, renderTexts } from "./render-texts.ts";
export { type RenderedWebhook, renderWebhookHere } from "./render-webhook.ts";
export type { TemplateError } from "./template-error.ts";
export {
  TEMPLATE_NAMES,
  type TemplateContext,
  type TemplatePerson,
  type TemplateWorkspace,
  templateVariables,
} from "./template-variables.ts";
