import { isMailAddress, renameSender, senderMistake } from "#addresses";
import type { Message, SetUpFault } from "#channels";
import type { Reason } from "#consent";
import {
  chooseLetter,
  describeNotes,
  type MailHeaders,
  type RenderedEmail,
  type RenderedWebhook,
  type RenderNotes,
  renderEmailHere,
  renderEmailInThread,
  renderWebhookHere,
  renderWebhookInThread,
} from "#content";
import type { PolicyReason } from "#policies";
import type { RenderedContent } from "#store/content";

/** Why a message cannot be sent. If not permanent, the reason may be gone at the next attempt. */
export type Refusal = {
  readonly error: string;
  readonly permanent: boolean;
  /** The machine is at fault, not the message: it is retried as long as mail that a mail server does not accept. */
  readonly machine?: true;
  /** The message is not wanted, without being faulty: it becomes `skipped` instead of `failed`. */
  readonly skip?: true;
  /** Why it may not reach the person. */
  readonly reasons?: readonly (Reason | PolicyReason)[];
  /** A setting is missing; neither message nor machine is at fault. It is retried until it expires. */
  readonly setUp?: SetUpFault;
};

/** A message without its key, or why it cannot be sent; and notes about what it printed nothing for. */
export type Rendered = {
  readonly message: Omit<Message, "idempotencyKey">;
  readonly refusal: Refusal | null;
  readonly notes: readonly string[];
};

type Mistake = NonNullable<RenderedWebhook["error"]>;

/** What a message is rendered from, besides its template. */
export type RenderInput = {
  readonly content: RenderedContent;
  readonly variables: Record<string, unknown>;
  readonly traits: Readonly<Record<string, unknown>>;
  /** Of the workspace. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The person's address on the channel; empty = there is none. */
  readonly recipient: string;
  /** What is said of a person without one. */
  readonly missesAddress: string;
  readonly sender: string;
  /** Signs a webhook. */
  readonly secret: string | null;
};

/** A message, or a function that renders it in a thread and returns `null` if no thread has time. */
export type Rendering = Rendered | (() => Promise<Rendered | null>);

/** Renders a mail: immediately if its template is certain to be fast. */
export function renderMail(input: RenderInput): Rendering {
  const template = chooseLetter(input.content, input);
  const here = renderEmailHere(template, input.variables);
  if (here) return mailOf(input, here);
  return async () => {
    const mail = await renderEmailInThread(template, input.variables);
    return mail && mailOf(input, mail);
  };
}

/** Renders an SMS or a push message, in the same two ways; an SMS has no subject. */
export function renderNote(input: RenderInput): Rendering {
  const { subject, html, text } = input.content;
  const template = { subject: subject ?? "", html: html ?? "", text: text ?? "" };
  const here = renderEmailHere(template, input.variables);
  if (here) return noteOf(input, here);
  return async () => {
    const note = await renderEmailInThread(template, input.variables);
    return note && noteOf(input, note);
  };
}

/** Renders a webhook call, in the same two ways. */
export function renderCall(input: RenderInput): Rendering {
  const here = renderWebhookHere(input.content.body, input.variables);
  if (here) return callOf(input, here);
  return async () => {
    const call = await renderWebhookInThread(input.content.body, input.variables);
    return call && callOf(input, call);
  };
}

function noteOf({ content, recipient, missesAddress }: RenderInput, note: RenderedEmail): Rendered {
  const { errors, subject, text } = note;
  const missing = recipient === "" ? { error: missesAddress, permanent: false } : null;
  const refusal = errors[0] ? unrenderable(content, errors[0]) : (missing ?? emptied(content, note));
  return { message: { recipient, sender: "", subject, html: "", text }, refusal, notes: describeNotes(note) };
}

function mailOf({ content, recipient, missesAddress, sender }: RenderInput, mail: RenderedEmail): Rendered {
  const { errors, subject, html, text, headers } = mail;
  // Clients send in parallel, so the event that starts a welcome journey often arrives a moment before the address.
  const missing = recipient === "" ? { error: missesAddress, permanent: false } : null;
  const refusal = errors[0]
    ? unrenderable(content, errors[0])
    : (missing ?? emptied(content, mail) ?? unreadable(sender));
  const { addressed, notes } = addressesOf(headers);
  const from = renameSender(sender, headers.fromName);
  const message = { recipient, sender: from, subject, html, text, ...addressed };
  return { message, refusal, notes: [...describeNotes(mail), ...notes] };
}

/** Reply-To and copies; what is no address is left out with a note, because the mail is wanted without it too. */
function addressesOf({ replyTo, cc }: MailHeaders) {
  const isWrong = (address: string) => !isMailAddress(address);
  const wrong = [...[replyTo].filter((address) => address !== ""), ...cc].filter(isWrong);
  const copies = cc.filter((address) => !isWrong(address));
  const addressed = {
    ...(replyTo === "" || isWrong(replyTo) ? {} : { replyTo }),
    ...(copies.length === 0 ? {} : { cc: copies }),
  };
  return { addressed, notes: wrong.map((address) => `“${address}” is no email address and was left out.`) };
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
 * Why a message with an empty variable is not sent, if its content says so. As with an address, the value may arrive a
 * moment after the event, so the message is retried once.
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

/** Nothing rendered is stored for it: once another sender is set, the mail is sent with that one. */
function unreadable(sender: string): Refusal | null {
  const mistake = senderMistake(sender);
  if (mistake === null) return null;
  const error = `The sender “${sender}” ${mistake}.`;
  const set = "Set another one on the step, as defaultFrom of the workspace, or as SOJOURN_DEFAULT_FROM.";
  return { error, permanent: false, setUp: { kind: "sender", text: `Email is not sent: ${error} ${set}` } };
}

/** A template can produce characters that no column accepts. Only the message with them fails (R47). */
export function unstorable({ recipient, sender, subject, html, text, request }: Rendered["message"]): Refusal | null {
  const parts = Object.entries({ recipient, sender, subject, html, text });
  const headers = Object.values(request?.headers ?? {}).map((value) => ["headers", value] as const);
  const broken = [...parts, ...headers].find(([, part]) => part.includes("\u0000"));
  return broken ? never(`The rendered ${broken[0]} cannot be stored: it contains a NUL character.`) : null;
}

/** A permanent refusal. */
export const never = (error: string): Refusal => ({ error, permanent: true });

const unrenderable = (content: RenderedContent, { field, message, line, again }: Mistake): Refusal => ({
  error: `“${content.name}” could not be rendered: ${message} (${field}, line ${line}).`,
  permanent: again !== true,
});
