/** The slow parts of templates; called by name in threads. */
export { checkTemplate } from "./check-template.ts";
export { renderEmail } from "./render-email.ts";
export { renderWebhook } from "./render-webhook.ts";

import type { Utm } from "#mails";
import { NOTHING_RENDERED, type RenderedText, renderTemplate } from "./liquid.ts";
import { addUtm } from "./mail/utm.ts";
import { plainText } from "./plain-text.ts";
import type { TemplateMode } from "./printing.ts";
import { describeTemplateError, type TemplateError } from "./template-error.ts";

/** One part of a message, or why it cannot be rendered. */
export function renderPart(
  mode: TemplateMode,
  source: string,
  variables: Record<string, unknown>,
): RenderedText & { readonly error: TemplateError | null } {
  try {
    return { ...renderTemplate("thread", mode, source, variables), error: null };
  } catch (error) {
    return { ...NOTHING_RENDERED, error: describeTemplateError(error) };
  }
}

/** The links of a rendered mail with the parameters that its template adds; one that cannot be rendered is left out. */
export function addLinkParameters(html: string, utm: Utm, variables: Record<string, unknown>): string {
  const values = Object.entries(utm).map(([name, source]) => [name, renderPart("text", source ?? "", variables).text]);
  return addUtm(html, Object.fromEntries(values));
}

export const deriveText = (html: string): string => plainText(html);
