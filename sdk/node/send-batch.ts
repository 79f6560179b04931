import { SojournProblem, SojournUnreachable } from "./errors.ts";
import type { QueuedMessage } from "./messages.ts";
import type { paths } from "./types/api.ts";

type BatchAnswer = paths["/api/batch"]["post"]["responses"][200]["content"]["application/json"]["data"];
export type MessageResult = BatchAnswer["results"][number];

/** What one attempt to send a batch came to. */
export type Attempt =
  | { readonly kind: "answered"; readonly results: readonly MessageResult[] }
  /** The server refuses the request as a whole, and would again. */
  | { readonly kind: "refused"; readonly problem: SojournProblem }
  /** Nothing is known to be stored: to be sent again. `waitMs`: as the server asked, else null. */
  | { readonly kind: "later"; readonly error: Error; readonly waitMs: number | null };

export type Target = { readonly url: string; readonly secretKey: string; readonly fetch: typeof fetch };

const TRY_AGAIN = new Set([408, 425, 429]);
const LONGEST_WAIT_MS = 300_000;

/** Sends a batch once. Only what Sojourn itself answers counts; a proxy's answer means that the server is away. */
export async function sendBatch(
  target: Target,
  messages: readonly QueuedMessage[],
  now: number,
  signal: AbortSignal,
): Promise<Attempt> {
  const body = `{"sentAt":${JSON.stringify(new Date(now))},"batch":[${messages.map(({ text }) => text).join(",")}]}`;
  const headers = { authorization: `Bearer ${target.secretKey}`, "content-type": "application/json" };
  try {
    const url = `${target.url}/api/batch`;
    const response = await target.fetch(url, { method: "POST", headers, body, signal, redirect: "manual" });
    return judge(response, parse(await response.text()), messages.length, now);
  } catch (error) {
    return { kind: "later", error: new SojournUnreachable(unreachable(target.url, error)), waitMs: null };
  }
}

function judge(response: Response, body: Record<string, unknown>, count: number, now: number): Attempt {
  const { status } = response;
  const results = resultsIn(response.ok ? body.data : body);
  if (results?.length === count) return { kind: "answered", results };
  const problem = new SojournProblem(status, body);
  const isOurs = typeof body.type === "string" && body.type.startsWith("urn:sojourn:problem:");
  if (isOurs && status < 500 && !TRY_AGAIN.has(status)) return { kind: "refused", problem };
  const waitMs = retryAfter(response.headers, now);
  if (isOurs) return { kind: "later", error: problem, waitMs };
  const to = response.headers.get("location");
  const text = to
    ? `The server's address redirects to ${to}: set \`url\` to it.`
    : `Something else than Sojourn answered, with status ${status}.`;
  return { kind: "later", error: new SojournUnreachable(text), waitMs };
}

function resultsIn(body: unknown): readonly MessageResult[] | undefined {
  const results: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "results") : undefined;
  return Array.isArray(results) ? results : undefined;
}

/** The wait that an answer asks for, in milliseconds, at most five minutes; null = it asks for none. */
export function retryAfter(headers: Headers, now: number): number | null {
  const written = headers.get("retry-after")?.trim();
  if (!written) return null;
  const ms = /^\d{1,9}$/.test(written) ? Number(written) * 1000 : Date.parse(written) - now;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_WAIT_MS);
}

/** `fetch` says only "fetch failed"; the cause says what happened. */
export function unreachable(url: string, error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code: unknown = typeof cause === "object" && cause !== null ? Reflect.get(cause, "code") : undefined;
  const why = cause instanceof Error && cause.message ? cause.message : String(code ?? cause);
  return `The server at ${url} cannot be reached: ${why}`;
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
