import { type Frequency, REASON_CODES, type Reason, type SuppressionReason } from "#consent";
import { channelLabel } from "./messages.ts";
import { sayList, sentence } from "./sentence.ts";

/** Why an address is suppressed, in a few words. */
export const SUPPRESSION_WORDS: Readonly<Record<SuppressionReason, string>> = {
  hard_bounce: "mail to it was returned for good",
  complaint: "its owner marked a message as spam",
  soft_bounces: "it returned several messages in a row",
  manual: "a member suppressed it",
  stop_word: "its owner answered STOP",
  provider: "the provider suppresses it",
};

export const FREQUENCY_WORDS: Readonly<Record<Frequency, string>> = {
  daily: "once a day",
  weekly: "once a week",
  monthly: "once a month",
};

const SOURCES: Readonly<Record<string, string>> = {
  preferences: "on the preference page",
  one_click: "by the unsubscribe button of the mail program",
  link: "by the link in a message",
  confirmation: "by the confirmation mail",
  import: "by an import",
  api: "by the API",
  member: "by a member",
  stop_word: "by answering STOP",
  merge: "by a merge",
};

/** Who said so: `preferences`, `member:<id>`, `provider:ses`. */
export function sourceWords(source: string): string {
  const [kind = "", name] = source.split(":");
  if (kind === "provider" && name) return `by ${name}`;
  return SOURCES[kind] ?? `by ${kind.replaceAll("_", " ")}`;
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** One reason why a message may not reach a person. */
export function reachWords(reason: Reason): string {
  switch (reason.code) {
    case "no_address":
      return "the person has no address on this channel";
    case "suppressed": {
      const until = reason.until === null ? "" : `, until ${day(reason.until)}`;
      return `the address is suppressed: ${SUPPRESSION_WORDS[reason.cause]} (${day(reason.at)}${until})`;
    }
    case "unsubscribed": {
      const from = reason.topic === null ? "everything" : `“${reason.topic}”`;
      const on = reason.channel === null ? "" : ` on ${channelLabel(reason.channel)}`;
      return `the person unsubscribed from ${from}${on} on ${day(reason.at)}, ${sourceWords(reason.source)}`;
    }
    case "not_subscribed":
      return `the person did not subscribe to “${reason.topic}”`;
    case "not_confirmed":
      return `the person did not confirm the subscription to “${reason.topic}” of ${day(reason.at)}`;
    case "snoozed":
      return `the person wants no messages until ${day(reason.until)}`;
    case "frequency":
      return `the person wants messages ${FREQUENCY_WORDS[reason.frequency]} at most; the last one was on ${day(reason.last)}`;
  }
}

/** All reasons in one sentence. */
export const sayReasons = (reasons: readonly Reason[]): string =>
  sentence(`not sent, because ${sayList(reasons.map(reachWords))}`);

/** A reason without the person, for counts of many people. */
export const REASON_LABELS: Readonly<Record<Reason["code"], string>> = {
  no_address: "No address",
  suppressed: "Suppressed address",
  unsubscribed: "Unsubscribed",
  not_subscribed: "Not subscribed",
  not_confirmed: "Subscription not confirmed",
  snoozed: "Snoozed",
  frequency: "Received one too recently",
};

/** The reasons of a delivery as the API answers them; those of a newer release are left out. */
export const readReasons = (reasons: readonly object[] | null): readonly Reason[] =>
  (reasons ?? []).filter((one): one is Reason => "code" in one && REASON_CODES.some((code) => code === one.code));
