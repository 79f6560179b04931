import type { JsonObject } from "#journey";
import { makeTest, type Test } from "../guards/index.ts";
import { type Behaviour, type ExitTaken, PARK, type Visit } from "../model.ts";
import { receiptOf, ruleContextFor } from "../person/facts.ts";
import { FIRST_FORMAT } from "../program.ts";
import { timeoutOf } from "./wait.ts";

/** Looks at the condition, and notes when time alone may change the answer. */
function look({ work, enrollment, state, at }: Visit): ExitTaken | null {
  const facts = ruleContextFor(work, enrollment, at, null);
  const met = state.test(facts);
  if (facts.recheckAt !== null) enrollment.memory.recheck = facts.recheckAt;
  else if (enrollment.memory.recheck !== undefined) delete enrollment.memory.recheck;
  return met ? { exit: "met", cause: "condition", receipt: receiptOf(facts, { result: "met" }) } : null;
}

/** `include` is any of, `exclude` none of; with the expression, all must hold. */
function testOf({ include, exclude, expression }: JsonObject): Test {
  const tests = [makeTest({ expression })];
  if (Array.isArray(exclude) && exclude.length > 0) tests.unshift(makeTest({ rules: { any: exclude, not: true } }));
  if (Array.isArray(include) && include.length > 0) tests.unshift(makeTest({ rules: { any: include } }));
  return (facts) => tests.every((test) => test(facts));
}

export const waitForCondition: Behaviour = {
  test: testOf,
  format: () => FIRST_FORMAT,
  repeats: false,
  enter: (visit) => look(visit) ?? PARK,
  holds: () => true,
  timers: (visit) => timeoutOf(visit),
  onChange: look,
};
