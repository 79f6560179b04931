import { DAY_MS } from "#times";
import type { RuleContext } from "../guards/index.ts";
import type { EpochMs } from "../signal.ts";
import type { PreparedFlow, PreparedOffer } from "./prepare.ts";
import type { Cap, OfferHistory, PastOffer, PastOutcome } from "./types.ts";

/** Why an offer is not for this person at this time. */
export type FilterReason = "archived" | "not_started" | "ended" | "channel" | "rule";
/** Why an offer that is for this person is not shown now. */
export type SuppressReason = "outcome" | "offer_cap";
/** Why a flow gives the person nothing at all. */
export type FlowReason = "flow_archived" | "flow_rule" | "flow_cap";

/** Why the flow does not offer this one to the person; null = the person is eligible. */
export function filterReason({ offer, test }: PreparedOffer, { flow }: PreparedFlow, facts: RuleContext) {
  if (offer.isArchived) return "archived" satisfies FilterReason;
  if (offer.startsAt !== null && offer.startsAt > facts.at) return "not_started" satisfies FilterReason;
  if (offer.endsAt !== null && offer.endsAt <= facts.at) return "ended" satisfies FilterReason;
  if (flow.channel !== null && offer.channel !== null && flow.channel !== offer.channel)
    return "channel" satisfies FilterReason;
  return test !== null && !test(facts) ? ("rule" satisfies FilterReason) : null;
}

/** What the person was offered and did, grouped once per decision. */
export type Memory = {
  readonly ofFlow: readonly PastOffer[];
  readonly ofOffer: ReadonlyMap<string, readonly PastOffer[]>;
  readonly outcomes: ReadonlyMap<string, readonly PastOutcome[]>;
};

export function remember({ offered, outcomes }: OfferHistory, { flow }: PreparedFlow): Memory {
  return {
    ofFlow: offered.filter(({ flowId }) => flowId === flow.id),
    ofOffer: Map.groupBy(offered, ({ offerId }) => offerId),
    outcomes: Map.groupBy(outcomes, ({ offerId }) => offerId),
  };
}

/** Why contact policy holds an eligible offer back; null = it may be shown. */
export function suppressReason(
  { offer }: PreparedOffer,
  { flow }: PreparedFlow,
  memory: Memory,
  at: EpochMs,
): SuppressReason | null {
  const done = memory.outcomes.get(offer.id);
  if (done !== undefined && flow.suppress.some((rule) => done.some((past) => isWithin(past, rule, at))))
    return "outcome";
  const before = memory.ofOffer.get(offer.id);
  return before !== undefined && roomLeft(offer.caps, before, at) === 0 ? "offer_cap" : null;
}

const isWithin = (past: PastOutcome, { outcomes, days }: { outcomes: readonly string[]; days: number }, at: EpochMs) =>
  outcomes.includes(past.outcome) && past.at > at - days * DAY_MS;

/** How many more offers the caps allow. */
export function roomLeft(caps: readonly Cap[], before: readonly PastOffer[], at: EpochMs): number {
  return caps.reduce((least, { max, days }) => {
    const from = at - days * DAY_MS;
    let count = 0;
    for (const past of before) if (past.at > from) count += 1;
    return Math.min(least, Math.max(0, max - count));
  }, Number.POSITIVE_INFINITY);
}
