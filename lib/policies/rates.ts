import { MINUTE_MS, SECOND_MS } from "#times";
import { type PushProvider, type RateLimit, type SendingPolicies, TIMED_CHANNELS } from "./schema.ts";

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
  /** Transactional messages wait for their place too. */
  readonly holdsAll: boolean;
};

/** The channels that the rate of a journey is about. */
const RATED_IN_JOURNEYS: readonly string[] = TIMED_CHANNELS;
const OF_JOURNEYS = "journey:";

/** Whether a limit is one of a journey, by its key. */
export const isJourneyRate = (key: string): boolean => key.startsWith(OF_JOURNEYS);

/** The limit that a journey sets for its own messages; it was set for all of them, also for transactional ones. */
export function rateOfJourney(journeyId: string, channel: string, perMinute: number | null): readonly Rate[] {
  if (perMinute === null || !RATED_IN_JOURNEYS.includes(channel)) return [];
  const key = `${OF_JOURNEYS}${journeyId}`;
  return [{ key, rate: `${perMinute}/60`, ...paceOf(perMinute, MINUTE_MS), holdsAll: true }];
}

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
  const key = provider === null ? channel : `${channel}:${provider}`;
  return { key, rate: `${messages}/${perSeconds}`, ...paceOf(messages, perSeconds * SECOND_MS), holdsAll: false };
}

function paceOf(messages: number, perMs: number): Pick<Rate, "intervalMs" | "toleranceMs"> {
  const intervalMs = perMs / messages;
  return { intervalMs, toleranceMs: Math.max(0, SECOND_MS - intervalMs) };
}
