import { createHash } from "node:crypto";
import { ByteCache } from "#caches";
import type { LiveCall, SendResult } from "../channel.ts";
import type { Call, Caller } from "./call.ts";
import { judgeAnswer } from "./judge-answer.ts";

/** Of all workspaces together; what was not used for long goes first. */
const CACHE_BYTES = 8 * 1024 * 1024;

type Kept = { readonly result: SendResult; readonly until: number };

/** Asks for live data; the result may be one of an earlier call of this process. */
export type AskLive = (call: Call, live: LiveCall) => Promise<SendResult>;

/**
 * Calls of live-data steps. While an answer is kept, the same call of the workspace is not made again, and people who
 * ask at the same time share one call. Failures are not kept.
 */
export function openLive(caller: Caller, now: () => number = () => performance.now()): AskLive {
  const kept = new ByteCache<Kept>(CACHE_BYTES, (_, { result }) => 2 * JSON.stringify(result).length);
  const asking = new Map<string, Promise<SendResult>>();
  return async (call, live) => {
    if (live.cacheForMs <= 0) return await ask(caller, call, live);
    const key = keyOf(call, live);
    const known = kept.get(key);
    if (known !== undefined && known.until > now()) return known.result;
    const same = asking.get(key);
    if (same) return await same;
    const asked = ask(caller, call, live).finally(() => asking.delete(key));
    asking.set(key, asked);
    const result = await asked;
    if (result.status === "sent") kept.set(key, { result, until: now() + live.cacheForMs });
    return result;
  };
}

async function ask(caller: Caller, call: Call, live: LiveCall): Promise<SendResult> {
  const { credentials, timeoutMs, maxBytes } = live;
  const isMeant = credentials !== null && credentials.origin === call.url.origin;
  if (credentials !== null && !isMeant)
    return {
      status: "failed",
      permanent: true,
      error: `Its secret is for ${credentials.origin}, not for ${call.url.origin}.`,
    };
  const secret = isMeant ? { [credentials.name.toLowerCase()]: credentials.value } : {};
  const answer = await caller.call({ ...call, headers: { ...call.headers, ...secret }, timeoutMs, maxBytes });
  if (answer.isCut) return { status: "failed", permanent: true, error: `The answer is longer than ${maxBytes} bytes.` };
  return judgeAnswer(answer);
}

/** What makes two calls the same. The ids of the message differ for each person, and are no part of it. */
function keyOf({ url, method, headers, body }: Call, { workspaceId, credentials }: LiveCall): string {
  const own = Object.entries(headers).filter(([name]) => !/^(webhook-|idempotency-key$)/.test(name));
  const parts = [workspaceId, method, url.href, own.sort(), String(body), credentials?.origin, credentials?.name];
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64");
}
