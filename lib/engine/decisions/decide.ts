import type { JsonObject } from "#journey";
import { firstLine } from "../expressions/index.ts";
import type { RuleContext } from "../guards/index.ts";
import {
  type FilterReason,
  type FlowReason,
  filterReason,
  remember,
  roomLeft,
  type SuppressReason,
  suppressReason,
} from "./candidates.ts";
import type { PreparedFlow, PreparedOffer } from "./prepare.ts";
import { type Considered, receiptOfClosed, receiptOfDecision } from "./receipt.ts";
import { drawOf, drawRate, generator, meanRate, type Seed, seedOf, trialsOf } from "./sample.ts";
import type { OfferHistory } from "./types.ts";

export type DecisionQuery = {
  readonly flow: PreparedFlow;
  readonly facts: RuleContext;
  readonly history: OfferHistory;
  readonly maxOffers: number;
  /** The text that random draws hash: the person, the enrollment, the node and its visit. */
  readonly seed: string;
};

/** An offer that may be picked, with its place in the order. */
export type Candidate = {
  readonly prepared: PreparedOffer;
  readonly score: number;
  /** With sampling: the rate that was drawn, and the score to expect from the mean rate. */
  readonly drawn?: number;
  readonly expected?: number;
};

export type Pick = Candidate & { readonly rank: number; readonly explored: boolean };

export type Decision = { readonly picked: readonly Pick[]; readonly receipt: JsonObject };

/** Chooses offers for a person: filter, suppress, score, pick. Throws when a score has no value (then the step fails). */
export function decide(query: DecisionQuery): Decision {
  const { flow, facts } = query;
  const memory = remember(query.history, flow);
  const room = roomLeft(flow.flow.caps, memory.ofFlow, facts.at);
  const closed = closedBy(flow, facts, room);
  if (closed !== null) return { picked: [], receipt: receiptOfClosed(query, closed) };
  const quiet = { ...facts, seen: null, errors: [] };
  const considered: Considered[] = [];
  const open: PreparedOffer[] = [];
  for (const prepared of flow.offers) {
    const why: FilterReason | SuppressReason | null =
      filterReason(prepared, flow, quiet) ?? suppressReason(prepared, flow, memory, facts.at);
    if (why === null) open.push(prepared);
    else considered.push({ prepared, why });
  }
  const ranked = rank(open, query, quiet);
  const most = Math.min(query.maxOffers, flow.flow.maxOffers ?? Number.POSITIVE_INFINITY, room);
  const picked = pick(ranked, most);
  return { picked, receipt: receiptOfDecision(query, picked, ranked.slice(picked.length), considered) };
}

function closedBy({ flow, test }: PreparedFlow, facts: RuleContext, room: number): FlowReason | null {
  if (flow.isArchived) return "flow_archived";
  if (test !== null && !test(facts)) return "flow_rule";
  return room === 0 ? "flow_cap" : null;
}

/** The best first: by score, then by priority, then by a draw. */
function rank(open: readonly PreparedOffer[], query: DecisionQuery, facts: RuleContext): Candidate[] {
  const seed = seedOf(query.seed);
  const scope: Record<string, unknown> = { ...facts.scope };
  const scoring = { ...facts, scope };
  const ranked = open.map((prepared) => {
    scope.offer = prepared.view;
    return scored(prepared, query.flow, baseScore(prepared, query.flow, scoring), seed);
  });
  return ranked.sort(
    (left, right) =>
      right.score - left.score ||
      right.prepared.offer.priority - left.prepared.offer.priority ||
      drawOf(seed, left.prepared.seed) - drawOf(seed, right.prepared.seed),
  );
}

/** The offer's score, else the flow's, else the priority; sampling without a score compares the rates alone. */
function baseScore({ offer, score }: PreparedOffer, { flow, score: ofFlow }: PreparedFlow, facts: RuleContext): number {
  const compute = score ?? ofFlow;
  if (compute === null) return flow.sampling === "off" ? offer.priority : 1;
  try {
    return compute(facts);
  } catch (error) {
    throw new Error(`The score of the offer “${offer.key}” cannot be computed: ${firstLine(error)}`);
  }
}

function scored(prepared: PreparedOffer, { flow }: PreparedFlow, base: number, seed: Seed): Candidate {
  if (flow.sampling === "off") return { prepared, score: base };
  const trials = trialsOf(prepared.offer.learned, flow.sampling);
  const drawn = drawRate(trials, generator(seed, prepared.seed));
  return { prepared, score: base * drawn, drawn, expected: base * meanRate(trials) };
}

/** An offer is explored if one that was not picked promised more by what is known so far. */
function pick(ranked: readonly Candidate[], most: number): Pick[] {
  const left = ranked
    .slice(most)
    .reduce((best, { expected = 0 }) => Math.max(best, expected), Number.NEGATIVE_INFINITY);
  return ranked.slice(0, most).map((candidate, index) => ({
    ...candidate,
    rank: index + 1,
    explored: candidate.expected !== undefined && candidate.expected < left,
  }));
}
