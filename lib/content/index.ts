export { checkTemplate } from "./check-template.ts";
export type { EmailError, EmailField, EmailTemplate, RenderedEmail } from "./email-template.ts";
export { renderEmail } from "./render-email.ts";
export { renderWebhook } from "./render-webhook.ts";
export type { TemplateError } from "./template-error.ts";
export {
  recipientEmail,
  type TemplateContext,
  type TemplatePerson,
  type TemplateWorkspace,
  templateVariables,
} from "./template-variables.ts";
