import { HOUR_MS } from "#times";
import type { SendResult, SetUpFault } from "../channel.ts";
import { type Answer, ForbiddenAddressError } from "../webhook/call.ts";

type Failed = Extract<SendResult, { status: "failed" }>;

/** The wait that an answer asks for: seconds, or a date. */
export function waitOf({ retryAfter }: Pick<Answer, "retryAfter">, now = Date.now()): { retryAfterMs?: number } {
  if (retryAfter === undefined) return {};
  const asked = /^\d+$/.test(retryAfter.trim()) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - now;
  return Number.isFinite(asked) && asked > 0 ? { retryAfterMs: Math.min(asked, HOUR_MS) } : {};
}

export const final = (error: string): Failed => ({ status: "failed", permanent: true, error });

export const later = (error: string, answer?: Pick<Answer, "retryAfter">): Failed => ({
  status: "failed",
  permanent: false,
  error,
  isOutage: true,
  ...(answer ? waitOf(answer) : {}),
});

/** The set-up is at fault, so the message waits until somebody has mended it. */
export const wrongSetUp = (kind: SetUpFault["kind"], error: string): Failed => ({
  status: "failed",
  permanent: false,
  error,
  isOutage: true,
  setUp: { kind, text: `Messages are not sent: ${error}` },
});

/** A call without an answer: it may have arrived, unless its address may not be called. */
export function unanswered(name: string, error: unknown): Failed {
  const reason = error instanceof Error ? error.message || error.name : String(error);
  const text = `${name} could not be called: ${reason}.`;
  return error instanceof ForbiddenAddressError ? wrongSetUp("unreachable", text) : later(text);
}
