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
  const shared: Shared = { tests: new Map(), scores: new Map() };
  const offers = new Map(decisions.offers.map((offer) => [offer.id, prepareOffer(offer, shared)]));
  const flows = new Map<string, PreparedFlow>();
  const made = decisions.flows.map((flow) => prepareFlow(flow, offers));
  for (const one of made) flows.set(String(one.flow.number), one);
  for (const one of made) flows.set(one.flow.key, one);
  for (const one of made) flows.set(one.flow.id, one);
  return { offers, flow: (reference) => flows.get(reference) };
}

/** By text: what several offers ask alike is computed once in a decision. */
type Shared = { readonly tests: Map<string, Test>; readonly scores: Map<string, Score> };

/** Computes again only for other facts: those of one decision are one object. */
function oncePerDecision<Answer>(compute: (facts: RuleContext) => Answer): (facts: RuleContext) => Answer {
  let known: { readonly of: RuleContext; readonly answer: Answer } | null = null;
  return (facts) => {
    if (known?.of !== facts) known = { of: facts, answer: compute(facts) };
    return known.answer;
  };
}

function fromShared<Made>(made: Map<string, Made>, text: string, make: () => Made): Made {
  const found = made.get(text) ?? make();
  made.set(text, found);
  return found;
}

/** The rules and the expression apart, as offers with rules of their own often have an expression in common. */
function sharedTest({ rules, expression }: Pick<Offer, "rules" | "expression">, { tests }: Shared): Test | null {
  const part = (text: string, written: Parameters<typeof makeTest>[0]): Test =>
    fromShared(tests, text, () => oncePerDecision(makeTest(written)));
  const byRules = rules === null ? null : part(JSON.stringify(rules), { rules });
  const byExpression = expression === null ? null : part(expression, { expression });
  if (byRules === null || byExpression === null) return byRules ?? byExpression;
  return (facts) => byRules(facts) && byExpression(facts);
}

function sharedScore(source: string | null, { scores }: Shared): Score | null {
  const score = scoreOf(source);
  return source === null || score === null ? null : fromShared(scores, source, () => oncePerDecision(score));
}

function prepareOffer(offer: Offer, shared: Shared): PreparedOffer {
  const { id, key, number, name, channel, priority, properties } = offer;
  return {
    offer,
    seed: seedOf(id),
    test: sharedTest(offer, shared),
    score: sharedScore(offer.score, shared),
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
