import type { JsonObject } from "#journey";
import type { FilterReason, FlowReason, SuppressReason } from "./candidates.ts";
import type { Candidate, DecisionQuery, Pick } from "./decide.ts";
import type { PreparedOffer } from "./prepare.ts";

/** How many offers a receipt lists; it counts all. */
export const LISTED = 20;

const SUPPRESSED: ReadonlySet<string> = new Set<SuppressReason>(["outcome", "offer_cap"]);

/** An offer that was not picked, and why. */
export type Considered = { readonly prepared: PreparedOffer; readonly why: FilterReason | SuppressReason };

/**
 * What was considered and why: the picked offers, then those with lower scores, then the suppressed, then the filtered
 * ones. The values that a rule saw are computed again for the listed offers only.
 */
export function receiptOfDecision(
  query: DecisionQuery,
  picked: readonly Pick[],
  losers: readonly Candidate[],
  out: readonly Considered[],
): JsonObject {
  const suppressed = out.filter(({ why }) => SUPPRESSED.has(why));
  const filtered = out.filter(({ why }) => !SUPPRESSED.has(why));
  const listed = [
    ...picked.map((one) => ({ ...scoreOf(one), picked: true, ...(one.explored ? { explored: true } : {}) })),
    ...losers.slice(0, LISTED).map(scoreOf),
    ...[...suppressed, ...filtered].slice(0, LISTED).map((one) => reasonOf(one, query)),
  ];
  return {
    result: picked.length > 0 ? "offer" : "none",
    decision: {
      ...headOf(query),
      considered: picked.length + losers.length + out.length,
      filtered: filtered.length,
      suppressed: suppressed.length,
      scored: picked.length + losers.length,
      reasons: countsOf(out),
      offers: listed.slice(0, LISTED),
    },
  };
}

/** Why the flow gave the person nothing, whatever its offers are. */
export function receiptOfClosed(query: DecisionQuery, closed: FlowReason): JsonObject {
  const { flow, facts } = query;
  return { result: "none", decision: { ...headOf(query), closed, ...seenBy(flow.test, closed, facts) } };
}

const headOf = ({ flow: { flow } }: DecisionQuery) => ({ flow: flow.key, name: flow.name });

const round = (value: number): number => Number(value.toPrecision(6));

function scoreOf({ prepared: { offer }, score, drawn }: Candidate): JsonObject {
  return {
    offer: offer.key,
    name: offer.name,
    score: round(score),
    ...(drawn === undefined ? {} : { drawn: round(drawn) }),
  };
}

function reasonOf({ prepared, why }: Considered, { facts }: DecisionQuery): JsonObject {
  return { offer: prepared.offer.key, name: prepared.offer.name, why, ...seenBy(prepared.test, why, facts) };
}

/** The values that a failed rule saw, and its errors. */
function seenBy(test: PreparedOffer["test"], why: string, facts: DecisionQuery["facts"]): JsonObject {
  if (test === null || (why !== "rule" && why !== "flow_rule")) return {};
  const again = { ...facts, seen: {}, errors: [] as string[] };
  test(again);
  const errors = again.errors.map((error) => error.slice(0, 300));
  return {
    ...(Object.keys(again.seen).length > 0 ? { seen: again.seen } : {}),
    ...(errors.length > 0 ? { errors } : {}),
  };
}

function countsOf(out: readonly Considered[]): JsonObject {
  const counts: Record<string, number> = {};
  for (const { why } of out) counts[why] = (counts[why] ?? 0) + 1;
  return counts;
}
