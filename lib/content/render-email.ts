import type { EmailError, EmailField, EmailTemplate, RenderedEmail } from "./email-template.ts";
import { renderTemplate, type TemplateMode } from "./liquid.ts";
import { plainText } from "./plain-text.ts";
import { describeTemplateError } from "./template-error.ts";

/**
 * Renders an e-mail for one person. Values are escaped in `html`; without a `text` source the text is derived from
 * the rendered HTML. Never throws: a part that cannot be rendered is empty and named in `errors`.
 */
export function renderEmail(template: EmailTemplate, variables: Record<string, unknown>): RenderedEmail {
  const errors: EmailError[] = [];
  const part = (field: EmailField, mode: TemplateMode): string => {
    try {
      return renderTemplate(mode, template[field], variables);
    } catch (error) {
      errors.push({ field, ...describeTemplateError(error) });
      return "";
    }
  };
  const subject = oneLine(part("subject", "plain"));
  const html = part("html", "html");
  const text = template.text.trim() === "" ? plainText(html) : part("text", "plain");
  return { subject, html, text, errors };
}

/** A subject is a header: a line break in a value must not start another one. */
function oneLine(subject: string): string {
  return subject.replaceAll(/[\r\n\t]+/g, " ").trim();
}
