import { FREQUENCY_MS } from "./frequency.ts";
import type { Reach, Reason } from "./reasons.ts";
import { ANY, type ConsentStates, type PersonPreferences, type ReachMessage, type Subscription } from "./states.ts";

/**
 * Whether a message may be sent, with every reason why not. A suppressed address receives nothing; only an entry for
 * soft bounces lets transactional messages pass. What a person subscribed to, and how often, concerns marketing only.
 */
export function canReach(message: ReachMessage, states: ConsentStates, now: number): Reach {
  const reasons = [
    ...(message.address.trim() === "" ? [{ code: "no_address" } as const] : []),
    ...suppressed(message, states, now),
    ...(message.transactional ? [] : unwanted(message, states, now)),
  ];
  return reasons.length === 0 ? { reach: true } : { reach: false, reasons };
}

function suppressed({ transactional }: ReachMessage, { suppressions }: ConsentStates, now: number): Reason[] {
  return suppressions
    .filter(({ decaysAt }) => decaysAt === null || decaysAt > now)
    .filter(({ reason }) => !(transactional && reason === "soft_bounces"))
    .map(({ reason, source, at, decaysAt }) => ({ code: "suppressed", cause: reason, source, at, until: decaysAt }));
}

function unwanted(message: ReachMessage, { subscriptions, preferences }: ConsentStates, now: number): Reason[] {
  return [...unsubscribed(message, subscriptions), ...tooOften(preferences, now)];
}

/** A person who left everything, a channel or the topic is not reached, whatever else they subscribed to. */
function unsubscribed({ channel, topic }: ReachMessage, subscriptions: readonly Subscription[]): Reason[] {
  const topics = topic === null ? [ANY] : [ANY, topic.id];
  const concerned = subscriptions.filter(
    (one) => topics.includes(one.topic) && (one.channel === ANY || one.channel === channel),
  );
  const left = concerned
    .filter(({ state }) => state === "unsubscribed")
    .map(
      (one): Reason => ({
        code: "unsubscribed",
        topic: one.topic === ANY ? null : (topic?.name ?? null),
        channel: one.channel === ANY ? null : one.channel,
        source: one.source,
        at: one.at,
      }),
    );
  const ofTopic = topic === null ? [] : concerned.filter((one) => one.topic === topic.id);
  return [...left, ...(topic === null ? [] : missing(topic.name, topic.defaultOn, ofTopic))];
}

/** A topic that is off by default needs a subscription; one that waits for its confirmation is none yet. */
function missing(topic: string, defaultOn: boolean, ofTopic: readonly Subscription[]): Reason[] {
  if (ofTopic.some(({ state }) => state === "unsubscribed")) return [];
  if (ofTopic.some(({ state }) => state === "subscribed")) return [];
  const pending = ofTopic.find(({ state }) => state === "pending");
  if (pending) return [{ code: "not_confirmed", topic, at: pending.at }];
  return defaultOn ? [] : [{ code: "not_subscribed", topic }];
}

function tooOften(preferences: PersonPreferences | null, now: number): Reason[] {
  if (preferences === null) return [];
  const { snoozedUntil, frequency, lastMarketingAt: last } = preferences;
  const isSoon = frequency !== null && last !== null && now < last + FREQUENCY_MS[frequency];
  return [
    ...(snoozedUntil !== null && snoozedUntil > now ? [{ code: "snoozed", until: snoozedUntil } as const] : []),
    ...(isSoon ? [{ code: "frequency", frequency, last } as const] : []),
  ];
}
