import type { EmailError, EmailField, EmailTemplate, RenderedEmail } from "./email-template.ts";
import { NOTHING_RENDERED, type RenderedText, renderHere, renderTemplate } from "./liquid.ts";
import { addUtm } from "./mail/utm.ts";
import { headersOf, oneLine } from "./mail-headers.ts";
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
  const line = (field: EmailField, source = "") => (source === "" ? NOTHING_RENDERED : render(field, "text", source));
  const fromName = line("fromName", template.fromName);
  const replyTo = line("replyTo", template.replyTo);
  const cc = line("cc", template.cc);
  const utm = Object.entries(template.utm ?? {}).map(([name, source]) => [name, line("utm", source)] as const);
  const linked = addUtm(html.text, Object.fromEntries(utm.map(([name, { text: value }]) => [name, oneLine(value)])));
  return {
    subject: oneLine(subject.text),
    html: linked,
    text: text === null ? plainText(linked) : text.text,
    headers: headersOf(fromName.text, replyTo.text, cc.text),
    ...allNotes([subject, html, text ?? NOTHING_RENDERED, fromName, replyTo, cc]),
  };
}
