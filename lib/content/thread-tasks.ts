/** The slow parts of templates; called by name in threads. */
export { checkTemplate } from "./check-template.ts";
export { renderEmail } from "./render-email.ts";
export { renderWebhook } from "./render-webhook.ts";

import { NOTHING_RENDERED, type RenderedText, renderTemplate } from "./liquid.ts";
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

export const deriveText = (html: string): string => plainText(html);
