import type { DecisionFlow, Offer } from "#data";

export const SAMPLING_WORDS: Readonly<Record<DecisionFlow["sampling"], { short: string; long: string }>> = {
  off: { short: "Score", long: "The score alone" },
  conversion: { short: "Score and conversions", long: "The score, weighed by what is learned of conversions" },
  click: { short: "Score and clicks", long: "The score, weighed by what is learned of clicks" },
};

export const OFFER_STATUS_WORDS: Readonly<Record<Offer["status"], string>> = {
  active: "Active",
  scheduled: "Scheduled",
  ended: "Ended",
  archived: "Archived",
};

export const CHANNELS = {
  any: "Any channel",
  email: "Email",
  sms: "SMS",
  push: "Push",
  inapp: "In-app",
  webhook: "Webhook",
};
