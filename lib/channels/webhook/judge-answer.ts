import { HOUR_MS } from "#times";
import { mayHoldUnstorable, storableText } from "#values";
import type { SendResult, WebResponse } from "../channel.ts";
import type { Answer } from "./call.ts";

const LONGEST_WAIT_MS = HOUR_MS;
const TRY_LATER: readonly number[] = [408, 429];

/** 2xx is a success; 408, 429 and 5xx are retried; all other answers are final. */
export function judgeAnswer({ status, retryAfter, text }: Answer): SendResult {
  const response: WebResponse = { status, body: parseBody(text) };
  if (status >= 200 && status < 300) return { status: "sent", providerId: `HTTP ${status}`, response };
  const permanent = status < 500 && !TRY_LATER.includes(status);
  const seconds = Number(retryAfter);
  const wait =
    Number.isFinite(seconds) && seconds > 0 ? { retryAfterMs: Math.min(seconds * 1_000, LONGEST_WAIT_MS) } : {};
  return {
    status: "failed",
    permanent,
    error: `The endpoint answered ${status}.`,
    response,
    ...(permanent ? {} : { isOutage: true, ...wait }),
  };
}

/** The answer is stored and used in conditions, so values that jsonb refuses are removed. */
function parseBody(text: string): unknown {
  const storable = storableText(text.replaceAll("\u0000", ""));
  if (storable === "") return null;
  try {
    const parsed: unknown = JSON.parse(storable);
    return mayHoldUnstorable(storable) ? storable : parsed;
  } catch {
    return storable;
  }
}
