import { isObject } from "#values";
import { NOTHING_RENDERED, type RenderedText, renderHere, renderTemplate } from "./liquid.ts";
import { allNotes, type RenderNotes } from "./render-notes.ts";
import { describeTemplateError } from "./template-error.ts";

/** The `body` of content of the type `webhook`, each string in Liquid. */
export type WebhookTemplate = {
  readonly url?: unknown;
  readonly method?: unknown;
  readonly headers?: unknown;
  /** Text, or JSON whose strings are templates; by default the call contains the person. */
  readonly body?: unknown;
};

export type RenderedWebhook = {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly error: {
    readonly field: string;
    readonly message: string;
    readonly line: number;
    /** The time limit was exceeded, possibly because the machine is busy, so it may be retried. */
    readonly again?: true;
  } | null;
} & RenderNotes;

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
// Headers set by the channel: values of a template would break the call or its signature.
const OWN_HEADERS = /^(host|connection|content-length|transfer-encoding|upgrade|webhook-.*)$/i;

type RenderPart = (field: string, source: unknown) => RenderedText;

/**
 * Renders a webhook for one person; never throws: the first part that cannot be rendered is named in `error`. For
 * threads, because a template may take long.
 */
export function renderWebhook(template: WebhookTemplate, variables: Record<string, unknown>): RenderedWebhook {
  let error: RenderedWebhook["error"] = null;
  const call = inParts(template, variables, (field, source) => {
    try {
      return renderTemplate("thread", "text", typeof source === "string" ? source : "", variables);
    } catch (thrown) {
      error ??= { field, ...describeTemplateError(thrown) };
      return NOTHING_RENDERED;
    }
  });
  return { ...call, error: error ?? call.error };
}

/** The same without a thread, for templates with a small cost; `null` for all others, and for errors. */
export function renderWebhookHere(
  template: WebhookTemplate,
  variables: Record<string, unknown>,
): RenderedWebhook | null {
  let isWhole = true;
  const call = inParts(template, variables, (_, source) => {
    const rendered = isWhole ? renderHere("text", typeof source === "string" ? source : "", variables) : null;
    isWhole &&= rendered !== null;
    return rendered ?? NOTHING_RENDERED;
  });
  return isWhole ? call : null;
}

function inParts(template: WebhookTemplate, variables: Record<string, unknown>, render: RenderPart): RenderedWebhook {
  const notes: RenderNotes[] = [];
  const part = (field: string, source: unknown): string => {
    const { text, ...noted } = render(field, source);
    notes.push(noted);
    return text;
  };
  const url = part("url", template.url).trim();
  const method = part("method", template.method).trim().toUpperCase() || "POST";
  const error = METHODS.includes(method)
    ? null
    : { field: "method", message: `“${method}” is not one of ${METHODS.join(", ")}`, line: 1 };
  const headers: Record<string, string> = { "content-type": "application/json" };
  for (const [name, value] of Object.entries(isObject(template.headers) ? template.headers : {})) {
    if (!OWN_HEADERS.test(name)) headers[name.toLowerCase()] = part(`headers.${name}`, String(value)).trim();
  }
  const body = method === "GET" ? "" : bodyOf(template.body, part, variables);
  return { url, method, headers, body, error, ...allNotes(notes) };
}

type TextPart = (field: string, source: unknown) => string;

function bodyOf(body: unknown, part: TextPart, variables: Record<string, unknown>): string {
  if (typeof body === "string" && body.trim() !== "") return part("body", body);
  if (typeof body === "object" && body !== null) return JSON.stringify(fill(body, part));
  const { person, workspace, message } = variables;
  return JSON.stringify({ person, workspace, message });
}

/** JSON stays valid with any values, because each string is rendered separately. */
function fill(value: unknown, part: TextPart): unknown {
  if (typeof value === "string") return part("body", value);
  if (Array.isArray(value)) return value.map((inner) => fill(inner, part));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, part)]));
}
