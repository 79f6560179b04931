import type { Frequency } from "./frequency.ts";

/** Why an address is suppressed. Only `soft_bounces` lets transactional messages pass, and ends by itself. */
export const SUPPRESSION_REASONS = [
  "hard_bounce",
  "complaint",
  "soft_bounces",
  "manual",
  "stop_word",
  "provider",
] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

export const REASON_CODES = [
  "no_address",
  "suppressed",
  "unsubscribed",
  "not_subscribed",
  "not_confirmed",
  "snoozed",
  "frequency",
] as const;

/** One reason why a message may not reach a person. Times are ms since 1970. */
export type Reason =
  | { readonly code: "no_address" }
  | {
      readonly code: "suppressed";
      readonly cause: SuppressionReason;
      readonly source: string;
      readonly at: number;
      /** When it ends by itself. */
      readonly until: number | null;
    }
  | {
      readonly code: "unsubscribed";
      /** Null: from all topics. */
      readonly topic: string | null;
      /** Null: on all channels. */
      readonly channel: string | null;
      readonly source: string;
      readonly at: number;
    }
  | { readonly code: "not_subscribed"; readonly topic: string }
  | { readonly code: "not_confirmed"; readonly topic: string; readonly at: number }
  | { readonly code: "snoozed"; readonly until: number }
  | { readonly code: "frequency"; readonly frequency: Frequency; readonly last: number };

export type Reach = { readonly reach: true } | { readonly reach: false; readonly reasons: readonly Reason[] };
