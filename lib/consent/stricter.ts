import { FREQUENCY_MS, type Frequency } from "./frequency.ts";
import type { PersonPreferences, SubscriptionState } from "./states.ts";

const STRICTNESS: Readonly<Record<SubscriptionState, number>> = { subscribed: 0, pending: 1, unsubscribed: 2 };

type Stated = { readonly state: SubscriptionState; readonly at: number };

/** Which of two people's subscriptions a merge keeps: the stricter one, else the later one (R39). */
export function stricterSubscription<One extends Stated>(left: One, right: One): One {
  const difference = STRICTNESS[left.state] - STRICTNESS[right.state];
  if (difference !== 0) return difference > 0 ? left : right;
  return left.at >= right.at ? left : right;
}

/** The preferences of a merged person: of each the stricter one (R39). */
export function stricterPreferences(left: PersonPreferences, right: PersonPreferences): PersonPreferences {
  return {
    trackOpens: stricterAnswer(left.trackOpens, right.trackOpens),
    trackClicks: stricterAnswer(left.trackClicks, right.trackClicks),
    frequency: rarer(left.frequency, right.frequency),
    snoozedUntil: later(left.snoozedUntil, right.snoozedUntil),
    lastMarketingAt: later(left.lastMarketingAt, right.lastMarketingAt),
  };
}

/** Who refused refuses; else an answer counts before none. */
const stricterAnswer = (left: boolean | null, right: boolean | null): boolean | null =>
  left === false || right === false ? false : (left ?? right);

function rarer(left: Frequency | null, right: Frequency | null): Frequency | null {
  if (left === null || right === null) return left ?? right;
  return FREQUENCY_MS[left] >= FREQUENCY_MS[right] ? left : right;
}

const later = (left: number | null, right: number | null): number | null =>
  left === null ? right : right === null ? left : Math.max(left, right);
