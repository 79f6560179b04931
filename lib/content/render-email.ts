import type { EmailError, EmailField, EmailTemplate, RenderedEmail } from "./email-template.ts";
import { NOTHING_RENDERED, type RenderedText, renderHere, renderTemplate } from "./liquid.ts";
import { plainText } from "./plain-text.ts";
import type { TemplateMode } from "./printing.ts";
import { allNotes } from "./render-notes.ts";
import { describeTemplateError } from "./template-error.ts";

type RenderPart = (field: EmailField, mode: TemplateMode, source: string) => RenderedText;

/**
 * Renders an e-mail for one person. Values are escaped in `html`; without a `text` source the text is derived from the
 * rendered HTML. Never throws: a part that cannot be rendered is empty and named in `errors`. For threads, because a
 * template may take long.
 */
export function renderEmail(template: EmailTemplate, variables: Record<string, unknown>): RenderedEmail {
  const errors: EmailError[] = [];
  const parts = inParts(template, (field, mode, source) => {
    try {
      return renderTemplate("thread", mode, source, variables);
    } catch (error) {
      errors.push({ field, ...describeTemplateError(error) });
      return NOTHING_RENDERED;
    }
  });
  return { ...parts, errors };
}

/** The same without a thread, for templates with a small cost; `null` for all others, and for errors. */
export function renderEmailHere(template: EmailTemplate, variables: Record<string, unknown>): RenderedEmail | null {
  let isWhole = true;
  const parts = inParts(template, (_, mode, source) => {
    const rendered = isWhole ? renderHere(mode, source, variables) : null;
    isWhole &&= rendered !== null;
    return rendered ?? NOTHING_RENDERED;
  });
  return isWhole ? { ...parts, errors: [] } : null;
}

function inParts(template: EmailTemplate, render: RenderPart): Omit<RenderedEmail, "errors"> {
  const subject = render("subject", "text", template.subject);
  const html = render("html", "html", template.html);
  const text = template.text.trim() === "" ? null : render("text", "text", template.text);
  return {
    subject: oneLine(subject.text),
    html: html.text,
    text: text === null ? plainText(html.text) : text.text,
    ...allNotes([subject, html, text ?? NOTHING_RENDERED]),
  };
}

/** A subject is a header, so a line break in a value must not start another header. */
function oneLine(subject: string): string {
  return subject.replaceAll(/[\r\n\t]+/g, " ").trim();
}
