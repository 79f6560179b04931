import { senderMistake } from "#addresses";
import type { Message, SetUpFault } from "#channels";
import {
  describeNotes,
  type RenderedEmail,
  type RenderedWebhook,
  type RenderNotes,
  recipientEmail,
  renderEmailHere,
  renderEmailInThread,
  renderWebhookHere,
  renderWebhookInThread,
} from "#content";
import type { RenderedContent } from "#store/content";

/** Why a message cannot go; what is not permanent may have come when it is looked at again. */
export type Refusal = {
  readonly error: string;
  readonly permanent: boolean;
  /** Nothing of the message is wrong: it is tried for as long as a mail that its server does not take. */
  readonly machine?: true;
  /** It is not to go and nothing is wrong with it: it is skipped where another would fail. */
  readonly skip?: true;
  /** Nor is anything wrong with the machine: it is tried until it expires. */
  readonly setUp?: SetUpFault;
};

/** A message without its key, or why it cannot go; and what it printed nothing for. */
export type Rendered = {
  readonly message: Omit<Message, "idempotencyKey">;
  readonly refusal: Refusal | null;
  readonly notes: readonly string[];
};

type Mistake = NonNullable<RenderedWebhook["error"]>;

/** What a message is made of beside its template. */
export type RenderInput = {
  readonly content: RenderedContent;
  readonly variables: Record<string, unknown>;
  readonly traits: Readonly<Record<string, unknown>>;
  readonly sender: string;
  /** Signs a webhook. */
  readonly secret: string | null;
};

/** A message; or what a thread has to do for it, which answers `null` when no thread has time. */
export type Rendering = Rendered | (() => Promise<Rendered | null>);

/** A mail, at once if its template surely takes no long time. */
export function renderMail(input: RenderInput): Rendering {
  const { subject, html, text } = input.content;
  const template = { subject: subject ?? "", html: html ?? "", text: text ?? "" };
  const here = renderEmailHere(template, input.variables);
  if (here) return mailOf(input, here);
  return async () => {
    const mail = await renderEmailInThread(template, input.variables);
    return mail && mailOf(input, mail);
  };
}

/** A webhook's call, in the same two ways. */
export function renderCall(input: RenderInput): Rendering {
  const here = renderWebhookHere(input.content.body, input.variables);
  if (here) return callOf(input, here);
  return async () => {
    const call = await renderWebhookInThread(input.content.body, input.variables);
    return call && callOf(input, call);
  };
}

function mailOf({ content, traits, sender }: RenderInput, mail: RenderedEmail): Rendered {
  const { errors, subject, html, text } = mail;
  const recipient = recipientEmail(traits);
  // Clients send in parallel: the event that begins a welcome often comes a moment before the address.
  const missing = recipient === "" ? { error: NO_ADDRESS, permanent: false } : null;
  const refusal = errors[0]
    ? unrenderable(content, errors[0])
    : (missing ?? emptied(content, mail) ?? unreadable(sender));
  return { message: { recipient, sender, subject, html, text }, refusal, notes: describeNotes(mail) };
}

function callOf({ content, secret }: RenderInput, call: RenderedWebhook): Rendered {
  const { url, method, headers, body, error } = call;
  const missing = url === "" ? never(`“${content.name}” has no address to call.`) : null;
  const refusal = error ? unrenderable(content, error) : (missing ?? emptied(content, call));
  const request = { method, headers, secret };
  return {
    message: { recipient: url, sender: "", subject: `${method} ${url}`, html: "", text: body, request },
    refusal,
    notes: describeNotes(call),
  };
}

/**
 * Why a message with an empty variable is not sent, where its content says so. As with an address, the value may come a moment
 * behind the event: it is waited for once.
 */
function emptied({ name, onEmpty }: RenderedContent, notes: RenderNotes): Refusal | null {
  if (onEmpty === "send") return null;
  const [first, ...others] = [
    ...notes.empty.map((variable) => `the variable “${variable}” is empty`),
    ...notes.notFinite.map((source) => `“${source}” does not result in a number`),
  ];
  if (first === undefined) return null;
  const more = others.length === 0 ? "" : ` (and ${others.length} more like it)`;
  const error = `“${name}” was ${onEmpty === "skip" ? "skipped" : "not sent"}: ${first}${more}.`;
  return { error, permanent: false, ...(onEmpty === "skip" ? { skip: true } : {}) };
}

/** Not even rendered bytes are kept of it: once another sender is set, the mail goes with that one. */
function unreadable(sender: string): Refusal | null {
  const mistake = senderMistake(sender);
  if (mistake === null) return null;
  const error = `The sender “${sender}” ${mistake}.`;
  const set = "Set another one on the step, as defaultFrom of the workspace, or as SOJOURN_DEFAULT_FROM.";
  return { error, permanent: false, setUp: { kind: "sender", text: `Email is not sent: ${error} ${set}` } };
}

const NO_ADDRESS = "The person has no email address (trait “email”).";

/** A template can make characters that no column takes; of a message to one person only that one fails (R47). */
export function unstorable({ recipient, sender, subject, html, text, request }: Rendered["message"]): Refusal | null {
  const parts = Object.entries({ recipient, sender, subject, html, text });
  const headers = Object.values(request?.headers ?? {}).map((value) => ["headers", value] as const);
  const broken = [...parts, ...headers].find(([, part]) => part.includes("\u0000"));
  return broken ? never(`The rendered ${broken[0]} cannot be stored: it contains a NUL character.`) : null;
}

/** A refusal for good. */
export const never = (error: string): Refusal => ({ error, permanent: true });

const unrenderable = (content: RenderedContent, { field, message, line, again }: Mistake): Refusal => ({
  error: `“${content.name}” could not be rendered: ${message} (${field}, line ${line}).`,
  permanent: again !== true,
});
