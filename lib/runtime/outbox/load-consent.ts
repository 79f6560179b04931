import {
  type ConsentChannel,
  type ConsentStates,
  canReach,
  isConsentChannel,
  type ReachMessage,
  type Reason,
} from "#consent";
import { type ContentAudience, readContentAudiences } from "#store/content";
import type { Claimed } from "#store/deliveries";
import { readPreferences, reserveMarketing } from "#store/preferences";
import { readSubscriptions } from "#store/subscriptions";
import { readSuppressions } from "#store/suppressions";
import { type OutboxRuntime, virtualNow } from "./outbox-runtime.ts";

/** What is known of the consent to one message. */
export type MessageConsent = {
  readonly marketing: boolean;
  readonly topicId: string | null;
  readonly preferences: ConsentStates["preferences"];
  /** Why it may not be sent; empty: it may. */
  readonly reasons: readonly Reason[];
};

export type Consents = ReadonlyMap<string, MessageConsent>;

/** A message that leaves for an address of a person. */
type Addressed = { readonly delivery: Claimed; readonly channel: ConsentChannel; readonly address: string };
type Judged = { readonly one: Addressed; readonly message: ReachMessage; readonly states: ConsentStates };

/**
 * Checks the consent to all messages of a batch by four statements, right before they are sent (R43): at every attempt,
 * because a person may unsubscribe between two. `addressOf` is the person's address on the channel.
 */
export async function loadConsent(
  runtime: OutboxRuntime,
  batch: readonly Claimed[],
  addressOf: (delivery: Claimed) => string,
  at: Date,
): Promise<Consents> {
  const addressed = batch.flatMap((delivery) => {
    const { channel } = delivery;
    return delivery.late || !isConsentChannel(channel) ? [] : [{ delivery, channel, address: addressOf(delivery) }];
  });
  if (addressed.length === 0) return new Map();
  const now = runtime.clock.kind === "virtual" ? runtime.clock.at.getTime() : at.getTime();
  const judged = await readStates(runtime, addressed);
  const reserved = await reserve(runtime, judged, now);
  return new Map(judged.map((one) => [one.one.delivery.id, consentOf(one, reserved, now)]));
}

async function readStates({ database: { sql } }: OutboxRuntime, addressed: readonly Addressed[]): Promise<Judged[]> {
  const people = [...new Set(addressed.map(({ delivery }) => delivery.personId))];
  const contentIds = [...new Set(addressed.flatMap(({ delivery }) => delivery.contentId ?? []))];
  const places = addressed.map(({ delivery: { workspaceId }, channel, address }) => ({
    workspaceId,
    channel,
    address,
  }));
  const [audiences, suppressions, subscriptions, preferences] = await Promise.all([
    readContentAudiences(sql, contentIds),
    readSuppressions(sql, places),
    readSubscriptions(sql, people),
    readPreferences(sql, people),
  ]);
  const audience = new Map(audiences.map((one): [string | null, ContentAudience] => [one.id, one]));
  const answers = Map.groupBy(subscriptions, ({ personId }) => personId);
  const preferred = new Map(preferences.map((one) => [one.personId, one]));
  return addressed.map((one, place) => {
    const { channel, address, delivery } = one;
    const { transactional = false, topic = null } = audience.get(delivery.contentId) ?? {};
    const own = preferred.get(delivery.personId) ?? null;
    // A message that has the reservation is not too soon after itself.
    const isOwn = own?.lastDelivery === delivery.id;
    return {
      one,
      message: { channel, address, transactional, topic },
      states: {
        suppressions: suppressions[place] ?? [],
        subscriptions: answers.get(delivery.personId) ?? [],
        preferences: own === null || !isOwn ? own : { ...own, lastMarketingAt: null },
      },
    };
  });
}

const reasonsOf = ({ message, states }: Judged, now: number): readonly Reason[] => {
  const reach = canReach(message, states, now);
  return reach.reach ? [] : reach.reasons;
};

/** Messages to people who chose how often they want any: each person's next one is taken by one of them. */
async function reserve(runtime: OutboxRuntime, judged: readonly Judged[], now: number): Promise<ReadonlySet<string>> {
  const rows = judged.flatMap((one) => {
    const frequency = one.states.preferences?.frequency ?? null;
    if (frequency === null || one.message.transactional || reasonsOf(one, now).length > 0) return [];
    const { personId, id } = one.one.delivery;
    return [{ personId, deliveryId: id, frequency }];
  });
  return await reserveMarketing(runtime.database.sql, rows, virtualNow(runtime));
}

function consentOf(one: Judged, reserved: ReadonlySet<string>, now: number): MessageConsent {
  const { message, states } = one;
  const reasons = reasonsOf(one, now);
  const frequency = states.preferences?.frequency ?? null;
  const isLate =
    frequency !== null && !message.transactional && reasons.length === 0 && !reserved.has(one.one.delivery.id);
  const tooSoon = isLate && frequency ? [{ code: "frequency", frequency, last: now } as const] : [];
  // An address may arrive a moment behind the event, so a message without one is tried again if nothing else is against it.
  const others = [...reasons, ...tooSoon];
  return {
    marketing: !message.transactional,
    topicId: message.topic?.id ?? null,
    preferences: states.preferences,
    reasons: others.every(({ code }) => code === "no_address") ? [] : others,
  };
}
