import { HOUR_MS } from "#times";
import { mayHoldUnstorable, storableText } from "#values";
import type { SendResult, WebResponse } from "../channel.ts";
import type { Answer } from "./call.ts";

const LONGEST_WAIT_MS = HOUR_MS;
const TRY_LATER: readonly number[] = [408, 429];

/** 2xx is a success; 408, 429, 5xx are worth another try; everything else would be answered the same again. */
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
    ...(permanent ? {} : wait),
  };
}

/** Stored and branched on, so what jsonb refuses is taken out. */
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
