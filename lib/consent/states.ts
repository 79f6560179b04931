import type { ConsentChannel } from "./channels.ts";
import type { Frequency } from "./frequency.ts";
import type { SuppressionReason } from "./reasons.ts";

/** Stands for all topics, or for all channels. */
export const ANY = "*";

export const SUBSCRIPTION_STATES = ["subscribed", "unsubscribed", "pending"] as const;
/** `pending`: asked for, and waits for the confirmation by mail. */
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

export type Subscription = {
  /** The id of a topic, or `*`. */
  readonly topic: string;
  /** A channel, or `*`. */
  readonly channel: string;
  readonly state: SubscriptionState;
  readonly source: string;
  readonly at: number;
};

/** An entry that is in force. */
export type Suppression = {
  readonly reason: SuppressionReason;
  readonly source: string;
  readonly at: number;
  readonly decaysAt: number | null;
};

export type PersonPreferences = {
  /** Null: not answered, so the workspace's default holds. */
  readonly trackOpens: boolean | null;
  readonly trackClicks: boolean | null;
  readonly frequency: Frequency | null;
  readonly snoozedUntil: number | null;
  /** When a marketing message was last sent to a person with a frequency. */
  readonly lastMarketingAt: number | null;
};

export type ReachTopic = { readonly id: string; readonly name: string; readonly defaultOn: boolean };

export type ReachMessage = {
  readonly channel: ConsentChannel;
  /** The address is empty: the person has none on this channel. */
  readonly address: string;
  readonly transactional: boolean;
  readonly topic: ReachTopic | null;
};

/** What is known of a person and of the address of a message. */
export type ConsentStates = {
  readonly suppressions: readonly Suppression[];
  readonly subscriptions: readonly Subscription[];
  readonly preferences: PersonPreferences | null;
};
