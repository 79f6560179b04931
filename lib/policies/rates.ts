import { SECOND_MS } from "#times";
import type { PushProvider, RateLimit, SendingPolicies } from "./schema.ts";

/** A limit of a workspace that a message counts towards. */
export type Rate = {
  /** Names the limit within the workspace. */
  readonly key: string;
  /** Changes with the limit: a place in the queue under another one is worth nothing. */
  readonly rate: string;
  /** The time between two messages. */
  readonly intervalMs: number;
  /** So much of the queue may be caught up at once: a second's worth, at least one message. */
  readonly toleranceMs: number;
};

export function ratesFor(
  { rateLimits }: SendingPolicies,
  channel: string,
  providers: readonly PushProvider[],
): readonly Rate[] {
  return rateLimits
    .filter((one) => one.channel === channel && (one.provider === null || providers.includes(one.provider)))
    .map(rateOf);
}

function rateOf({ channel, provider, messages, perSeconds }: RateLimit): Rate {
  const intervalMs = (perSeconds * SECOND_MS) / messages;
  return {
    key: provider === null ? channel : `${channel}:${provider}`,
    rate: `${messages}/${perSeconds}`,
    intervalMs,
    toleranceMs: Math.max(0, SECOND_MS - intervalMs),
  };
}
