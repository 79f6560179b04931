import type { EmailError, EmailField, EmailTemplate, RenderedEmail } from "./email-template.ts";
import { renderHere, renderTemplate, type TemplateMode } from "./liquid.ts";
import { plainText } from "./plain-text.ts";
import { describeTemplateError } from "./template-error.ts";

type RenderPart = (field: EmailField, mode: TemplateMode, source: string) => string;

/**
 * Renders an e-mail for one person. Values are escaped in `html`; without a `text` source the text is derived from
 * the rendered HTML. Never throws: a part that cannot be rendered is empty and named in `errors`. For threads, as a
 * template may take long.
 */
export function renderEmail(template: EmailTemplate, variables: Record<string, unknown>): RenderedEmail {
  const errors: EmailError[] = [];
  const parts = inParts(template, (field, mode, source) => {
    try {
      return renderTemplate("thread", mode, source, variables);
    } catch (error) {
      errors.push({ field, ...describeTemplateError(error) });
      return "";
    }
  });
  return { ...parts, errors };
}

/** The same without a thread, for templates that surely take no long time; `null` for all others, and for mistakes. */
export function renderEmailHere(template: EmailTemplate, variables: Record<string, unknown>): RenderedEmail | null {
  let isWhole = true;
  const parts = inParts(template, (_, mode, source) => {
    const text = isWhole ? renderHere(mode, source, variables) : null;
    isWhole &&= text !== null;
    return text ?? "";
  });
  return isWhole ? { ...parts, errors: [] } : null;
}

function inParts(template: EmailTemplate, render: RenderPart): EmailTemplate {
  const subject = oneLine(render("subject", "text", template.subject));
  const html = render("html", "html", template.html);
  const text = template.text.trim() === "" ? plainText(html) : render("text", "text", template.text);
  return { subject, html, text };
}

/** A subject is a header: a line break in a value must not start another one. */
function oneLine(subject: string): string {
  return subject.replaceAll(/[\r\n\t]+/g, " ").trim();
}
