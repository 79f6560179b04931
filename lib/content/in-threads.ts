import { tasksOf, threadFault } from "#threads";
import {
  type EmailError,
  type EmailField,
  type EmailTemplate,
  NO_HEADERS,
  type RenderedEmail,
} from "./email-template.ts";
import { NOTHING_RENDERED, type RenderedText } from "./liquid.ts";
import type { MailSource, MailVerdict, SharedParts } from "./mail/compile-mail.ts";
import { headersOf } from "./mail-headers.ts";
import { allNotes, NO_NOTES } from "./render-notes.ts";
import type { RenderedWebhook, WebhookTemplate } from "./render-webhook.ts";
import type { TemplateError } from "./template-error.ts";

/** Runs a task of this area in a thread. */
export const run = tasksOf<typeof import("./thread-tasks.ts")>("lib/content/thread-tasks.ts");
const make = tasksOf<typeof import("./mail/thread-tasks.ts")>("lib/content/mail/thread-tasks.ts");

/** The time limit for rendering a message or checking its templates. */
const LIMIT_MS = 2_000;

/** A mail may be in forty languages. */
const COMPILE_MS = 5_000;

const TOO_SLOW = `The template took longer than ${LIMIT_MS / 1_000} s to render`;
const TOO_LARGE = "The template needed more memory than it may use";

/** Why a thread was ended, as a sentence; `null` = not because of the template. */
export function tooMuch(error: unknown): string | null {
  const fault = threadFault(error);
  return fault === "too_slow" ? TOO_SLOW : fault === "too_large" ? TOO_LARGE : null;
}

function sentenceOf(error: unknown): string {
  const sentence = tooMuch(error);
  if (sentence === null) throw error;
  return sentence;
}

/** An email for a preview; `tooMuch` lists the parts that exceeded a limit. */
export async function previewEmail(
  template: EmailTemplate,
  variables: Record<string, unknown>,
): Promise<RenderedEmail & { readonly tooMuch: readonly EmailError[] }> {
  const errors: EmailError[] = [];
  const tooMuch: EmailError[] = [];
  const attempt = async (
    field: EmailField,
    work: () => Promise<RenderedText & { error: TemplateError | null }>,
  ): Promise<RenderedText> => {
    try {
      const { error, ...rendered } = await work();
      if (error) errors.push({ field, ...error });
      return rendered;
    } catch (error) {
      tooMuch.push({ field, message: sentenceOf(error), line: 1 });
      return NOTHING_RENDERED;
    }
  };
  const part = (field: Exclude<EmailField, "utm">, mode: "html" | "text") =>
    attempt(field, () => run("trials", LIMIT_MS, "renderPart", mode, template[field] ?? "", variables));
  const subject = await part("subject", "text");
  const written = tooMuch.length === 0 ? await part("html", "html") : NOTHING_RENDERED;
  const linked = () =>
    run("trials", LIMIT_MS, "addLinkParameters", written.text, template.utm ?? {}, variables).then((text) => ({
      ...written,
      text,
      error: null,
    }));
  const html = template.utm && tooMuch.length === 0 ? await attempt("html", linked) : written;
  const derived = () =>
    run("trials", LIMIT_MS, "deriveText", html.text).then((text) => ({ text, error: null, ...NO_NOTES }));
  const isDerived = template.text.trim() === "";
  const text =
    tooMuch.length > 0 ? NOTHING_RENDERED : await (isDerived ? attempt("html", derived) : part("text", "text"));
  const line = async (field: "fromName" | "replyTo" | "cc") =>
    template[field] && tooMuch.length === 0 ? await part(field, "text") : NOTHING_RENDERED;
  const [fromName, replyTo, cc] = [await line("fromName"), await line("replyTo"), await line("cc")];
  return {
    headers: headersOf(fromName.text, replyTo.text, cc.text),
    subject: subject.text.replaceAll(/[\r\n\t]+/g, " ").trim(),
    html: html.text,
    text: text.text,
    errors,
    ...allNotes([subject, html, text, fromName, replyTo, cc]),
    tooMuch,
  };
}

/**
 * An email of the outbox whose template may take long; if it took too long, `errors` says so. `null`: no thread was
 * free.
 */
export async function renderEmailInThread(
  template: EmailTemplate,
  variables: Record<string, unknown>,
): Promise<RenderedEmail | null> {
  try {
    return await run("mail", LIMIT_MS, "renderEmail", template, variables);
  } catch (error) {
    if (threadFault(error) === "busy") return null;
    const message = sentenceOf(error);
    return {
      subject: "",
      html: "",
      text: "",
      headers: NO_HEADERS,
      errors: [{ field: "html", message, line: 1, again: true }],
      ...NO_NOTES,
    };
  }
}

/** A webhook of the outbox, in the same way. */
export async function renderWebhookInThread(
  template: WebhookTemplate,
  variables: Record<string, unknown>,
): Promise<RenderedWebhook | null> {
  try {
    return await run("mail", LIMIT_MS, "renderWebhook", template, variables);
  } catch (error) {
    if (threadFault(error) === "busy") return null;
    const fault = { field: "body", message: sentenceOf(error), line: 1, again: true as const };
    return { url: "", method: "POST", headers: {}, body: "", error: fault, ...NO_NOTES };
  }
}

/** Makes a mail of its sources; a compilation that takes too long is a finding. */
export async function compileMailInThread(source: MailSource, shared: SharedParts): Promise<MailVerdict> {
  try {
    return await make("trials", COMPILE_MS, "compileMail", source, shared);
  } catch (error) {
    const { subject, html, text } = source;
    const finding = { pointer: "/mail", severity: "error" as const, message: sentenceOf(error), line: null };
    return { compiled: { main: { subject, html, text }, languages: {} }, html, findings: [finding] };
  }
}

/** The variables that a mail prints or asks for, each by its whole path. */
export function variablesInThread(sources: readonly string[]): Promise<string[]> {
  return make("trials", LIMIT_MS, "variablesIn", sources);
}

/** Rethrows the error of the thread. */
export function checkInThread(source: string): Promise<TemplateError | null> {
  return run("trials", LIMIT_MS, "checkTemplate", source);
}
