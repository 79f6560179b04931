import type { Message } from "#channels";
import { recipientEmail, renderEmail, renderWebhook } from "#content";
import type { ContentFact } from "./facts.ts";

/** A message without its key, or why it can never go. */
export type Rendered = { readonly message: Omit<Message, "idempotencyKey">; readonly refusal: string | null };

type Mistake = { readonly field: string; readonly message: string; readonly line: number };

export function renderMail(
  content: ContentFact,
  variables: Record<string, unknown>,
  traits: Readonly<Record<string, unknown>>,
  sender: string,
): Rendered {
  const sources = { subject: content.subject ?? "", html: content.html ?? "", text: content.text ?? "" };
  const { errors, subject, html, text } = renderEmail(sources, variables);
  const recipient = recipientEmail(traits);
  const missing = recipient === "" ? "The person has no e-mail address (trait “email”)." : null;
  const refusal = errors[0] ? unrenderable(content, errors[0]) : missing;
  return { message: { recipient, sender, subject, html, text }, refusal };
}

export function renderCall(content: ContentFact, variables: Record<string, unknown>, secret: string | null): Rendered {
  const { url, method, headers, body, error } = renderWebhook(content.body, variables);
  const missing = url === "" ? `“${content.name}” names no address to call.` : null;
  const refusal = error ? unrenderable(content, error) : missing;
  const request = { method, headers, secret };
  return {
    message: { recipient: url, sender: "", subject: `${method} ${url}`, html: "", text: body, request },
    refusal,
  };
}

const unrenderable = (content: ContentFact, { field, message, line }: Mistake): string =>
  `“${content.name}” could not be rendered: ${message} (${field}, line ${line}).`;
