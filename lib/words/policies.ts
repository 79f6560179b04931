import { isJourneyRate, isPolicyReason, type PolicyReason } from "#policies";
import { channelLabel } from "./messages.ts";
import { sayList, sentence } from "./sentence.ts";

type Period = Extract<PolicyReason, { code: "cap" }>["period"];

/** `in 24 hours`, `in a week of the calendar`. */
const periodWords = (period: Period): string => {
  if (period.kind === "calendar") return `in a calendar ${period.unit}`;
  const { hours } = period;
  if (hours % 24 === 0 && hours > 24) return `in ${hours / 24} days`;
  return hours === 1 ? "in an hour" : `in ${hours} hours`;
};

/** One reason why a policy keeps a message back, as a clause. */
export function policyWords(reason: PolicyReason): string {
  switch (reason.code) {
    case "quiet_hours":
      return `quiet hours are from ${reason.from} to ${reason.to} (${reason.zone})`;
    case "send_window":
      return `it is outside the send windows (${reason.zone})`;
    case "cap": {
      const on = reason.channel === "any" ? "" : ` by ${channelLabel(reason.channel)}`;
      const about = reason.topic === null ? "" : " of this topic";
      const what = reason.limit === 1 ? "one message" : `${reason.limit} messages`;
      return `the person gets at most ${what}${about}${on} ${periodWords(reason.period)}`;
    }
    case "priority":
      return "a more important message to the person goes first";
    case "rate_limit":
      return `messages${isJourneyRate(reason.key) ? " of this journey" : ""} leave at a limited rate, ${rateWords(reason.rate)}`;
    case "held_out":
      return `the person belongs to the ${reason.percent} % who get no marketing`;
  }
}

/** `10/1` as `10 in a second`, `10/60` as `10 in a minute`. */
function rateWords(rate: string): string {
  const [messages = "", seconds = ""] = rate.split("/");
  const time = { "1": "a second", "60": "a minute" }[seconds] ?? `${seconds} seconds`;
  return `${messages} in ${time}`;
}

/** Why a message waits, and until when (ms since 1970). */
export const sayHeld = (reasons: readonly PolicyReason[], until: number): string =>
  sentence(`held until ${minuteOf(until)}, because ${sayList(reasons.map(policyWords))}`);

/** Why a message is not sent at all. */
export const sayKept = (reasons: readonly PolicyReason[]): string =>
  sentence(`not sent, because ${sayList(reasons.map(policyWords))}`);

/** Seconds are told only where they matter. */
const minuteOf = (at: number): string => {
  const text = new Date(at).toISOString().replace("T", " ");
  return `${text.slice(0, at % 60_000 === 0 ? 16 : 19)} UTC`;
};

/** The reasons of policies among those of a delivery, as the API answers them. */
export const readPolicyReasons = (reasons: readonly object[] | null): readonly PolicyReason[] =>
  (reasons ?? []).filter(isPolicyReason);
