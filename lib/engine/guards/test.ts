import type { Rule } from "#journey";
import { isObject } from "#values";
import { type Expression, firstLine, parseExpression } from "../expressions/index.ts";
import { matchesFilter } from "./equality.ts";
import { lookUp, note, type RuleContext, recheck } from "./rule-context.ts";
import { holds } from "./rules.ts";

/** A compiled guard. If it cannot be computed the result is false, and the context records the reason. */
export type Test = (facts: RuleContext) => boolean;

export type Written = {
  /** Strict equality on the properties of the event. */
  readonly filter?: unknown;
  readonly expression?: unknown;
  readonly rules?: unknown;
};

const POLL = 300_000;

/** Compiles a guard: all given parts must hold; a guard without parts always holds. */
export function makeTest(written: Written): Test {
  const parts: Test[] = [];
  if (isObject(written.filter)) parts.push(filterTest(written.filter));
  if (isObject(written.rules)) parts.push(ruleTest(written.rules as Rule));
  if (typeof written.expression === "string") parts.push(expressionTest(written.expression));
  const [first, second] = parts;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  return (facts) => parts.every((part) => part(facts));
}

function filterTest(filter: Record<string, unknown>): Test {
  return (facts) => {
    const properties = lookUp(facts.scope.event, "properties");
    return isObject(properties) && matchesFilter(filter, properties);
  };
}

export function ruleTest(rule: Rule): Test {
  return (facts) => holds(rule, facts);
}

export function expressionTest(source: string): Test {
  const expression = parseExpression(source);
  if ("error" in expression) {
    return (facts) => {
      facts.errors.push(expression.error);
      return false;
    };
  }
  return (facts) => {
    if (expression.usesNow) recheck(facts, facts.at + POLL);
    const result = attempt(expression, facts);
    noteReads(expression, facts);
    return result === true;
  };
}

function attempt(expression: Expression, facts: RuleContext): unknown {
  try {
    return expression.evaluate(facts.scope, facts.at);
  } catch (error) {
    facts.errors.push(firstLine(error));
    return undefined;
  }
}

function noteReads(expression: Expression, facts: RuleContext): void {
  if (facts.seen === null) return;
  for (const path of expression.reads) note(facts, path, lookUp(facts.scope, path));
}
