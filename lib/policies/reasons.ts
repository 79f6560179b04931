import type { CappedChannel, Period } from "./schema.ts";

export const POLICY_REASON_CODES = ["quiet_hours", "send_window", "cap", "priority", "rate_limit", "held_out"] as const;

/** Why a policy of the workspace keeps a message back. Times are ms since 1970. */
export type PolicyReason =
  | { readonly code: "quiet_hours"; readonly from: string; readonly to: string; readonly zone: string }
  | { readonly code: "send_window"; readonly zone: string }
  | {
      readonly code: "cap";
      readonly channel: CappedChannel | "any";
      /** The id of the topic that it is about. */
      readonly topic: string | null;
      readonly limit: number;
      readonly period: Period;
    }
  /** A message that waits for the same place, and is more important or older, goes first. */
  | { readonly code: "priority" }
  /** `key` and `rate` tell a place in the queue from one under another limit. */
  | { readonly code: "rate_limit"; readonly key: string; readonly rate: string }
  | { readonly code: "held_out"; readonly percent: number };

/** Tells the reasons of policies from those of consent, in what is stored with a message. */
export const isPolicyReason = (reason: object): reason is PolicyReason =>
  "code" in reason && POLICY_REASON_CODES.some((code) => code === reason.code);
