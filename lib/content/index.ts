export { checkTemplateHere, checkTemplates, type TemplateVerdict } from "./check-templates.ts";
export { describeNotes } from "./describe-notes.ts";
export type { EmailError, EmailField, EmailTemplate, RenderedEmail } from "./email-template.ts";
export { previewEmail, renderEmailInThread, renderWebhookInThread } from "./in-threads.ts";
export { renderEmailHere } from "./render-email.ts";
export type { RenderNotes } from "./render-notes.ts";
export { type RenderedTexts, renderTexts } from "./render-texts.ts";
export { type RenderedWebhook, renderWebhookHere } from "./render-webhook.ts";
export type { TemplateError } from "./template-error.ts";
export {
  recipientEmail,
  recipientPhone,
  type TemplateContext,
  type TemplatePerson,
  type TemplateWorkspace,
  templateVariables,
} from "./template-variables.ts";
