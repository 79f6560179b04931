import { parseExpression } from "../expressions/index.ts";
import { makeTest, type RuleContext, type Test } from "../guards/index.ts";
import { type Seed, seedOf } from "./sample.ts";
import type { DecisionFlow, Decisions, Offer } from "./types.ts";

/** Computes a score; throws when it has no value, or one that is not a finite number. */
export type Score = (facts: RuleContext) => number;

export type PreparedOffer = {
  readonly offer: Offer;
  readonly seed: Seed;
  /** `null` = everybody is eligible. */
  readonly test: Test | null;
  readonly score: Score | null;
  /** What the score of a flow reads as `offer`. */
  readonly view: Readonly<Record<string, unknown>>;
};

export type PreparedFlow = {
  readonly flow: DecisionFlow;
  readonly offers: readonly PreparedOffer[];
  readonly test: Test | null;
  readonly score: Score | null;
};

export type PreparedDecisions = {
  readonly offers: ReadonlyMap<string, PreparedOffer>;
  /** By id, then by key, then by number. */
  flow(reference: string): PreparedFlow | undefined;
};

const known = new WeakMap<Decisions, PreparedDecisions>();

/** Parses all rules, expressions and scores on first use: once per configuration revision, not per decision. */
export function prepareDecisions(decisions: Decisions): PreparedDecisions {
  let prepared = known.get(decisions);
  if (prepared === undefined) {
    prepared = make(decisions);
    known.set(decisions, prepared);
  }
  return prepared;
}

function make(decisions: Decisions): PreparedDecisions {
  const offers = new Map(decisions.offers.map((offer) => [offer.id, prepareOffer(offer)]));
  const flows = new Map<string, PreparedFlow>();
  const made = decisions.flows.map((flow) => prepareFlow(flow, offers));
  for (const one of made) flows.set(String(one.flow.number), one);
  for (const one of made) flows.set(one.flow.key, one);
  for (const one of made) flows.set(one.flow.id, one);
  return { offers, flow: (reference) => flows.get(reference) };
}

function prepareOffer(offer: Offer): PreparedOffer {
  const { id, key, number, name, channel, priority, properties } = offer;
  return {
    offer,
    seed: seedOf(id),
    test: testOf(offer),
    score: scoreOf(offer.score),
    view: { id, key, number, name, channel, priority, properties },
  };
}

function prepareFlow(flow: DecisionFlow, offers: ReadonlyMap<string, PreparedOffer>): PreparedFlow {
  const own = flow.offerIds === null ? [...offers.values()] : flow.offerIds.flatMap((id) => offers.get(id) ?? []);
  return { flow, offers: own, test: testOf(flow), score: scoreOf(flow.score) };
}

const testOf = ({ rules, expression }: Pick<Offer, "rules" | "expression">): Test | null =>
  rules === null && expression === null ? null : makeTest({ rules, expression });

function scoreOf(source: string | null): Score | null {
  if (source === null) return null;
  const expression = parseExpression(source);
  if ("error" in expression) {
    return () => {
      throw new Error(expression.error);
    };
  }
  return (facts) => {
    const value = expression.evaluate(facts.scope, facts.at);
    const number = typeof value === "bigint" ? Number(value) : value;
    if (typeof number !== "number" || !Number.isFinite(number)) throw new Error("it is not a finite number");
    return number;
  };
}
