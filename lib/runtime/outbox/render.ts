import type { Message } from "#channels";
import { recipientEmail, renderEmail, renderWebhook } from "#content";
import type { ContentFact } from "./facts.ts";

/** Why a message cannot go; what is not permanent may have come when it is looked at again. */
export type Refusal = { readonly error: string; readonly permanent: boolean };

/** A message without its key, or why it cannot go. */
export type Rendered = { readonly message: Omit<Message, "idempotencyKey">; readonly refusal: Refusal | null };

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
  // Clients send in parallel: the event that begins a welcome often comes a moment before the address.
  const missing = recipient === "" ? { error: NO_ADDRESS, permanent: false } : null;
  const refusal = errors[0] ? unrenderable(content, errors[0]) : missing;
  return { message: { recipient, sender, subject, html, text }, refusal };
}

export function renderCall(content: ContentFact, variables: Record<string, unknown>, secret: string | null): Rendered {
  const { url, method, headers, body, error } = renderWebhook(content.body, variables);
  const missing = url === "" ? never(`“${content.name}” names no address to call.`) : null;
  const refusal = error ? unrenderable(content, error) : missing;
  const request = { method, headers, secret };
  return {
    message: { recipient: url, sender: "", subject: `${method} ${url}`, html: "", text: body, request },
    refusal,
  };
}

const NO_ADDRESS = "The person has no e-mail address (trait “email”).";

/** A template can make characters that no column takes; of a message to one person only that one fails (R47). */
export function unstorable({ recipient, sender, subject, html, text, request }: Rendered["message"]): Refusal | null {
  const parts = { recipient, sender, subject, html, text, headers: JSON.stringify(request?.headers ?? "") };
  for (const [name, part] of Object.entries(parts)) {
    if (part.includes("\u0000") || part.includes("\\u0000"))
      return never(`The rendered ${name} contains a NUL character.`);
  }
  return null;
}

/** A refusal for good. */
export const never = (error: string): Refusal => ({ error, permanent: true });

const unrenderable = (content: ContentFact, { field, message, line }: Mistake): Refusal =>
  never(`“${content.name}” could not be rendered: ${message} (${field}, line ${line}).`);
