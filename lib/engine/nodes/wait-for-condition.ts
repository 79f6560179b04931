import type { WaitForConditionConfig } from "#journey";
import type { Execution } from "../execution.ts";
import { makeTest, type Test } from "../guards/index.ts";
import { type Behaviour, type ExitTaken, PARK } from "../model.ts";
import { receiptOf } from "../person/rule-context.ts";
import { FIRST_FORMAT } from "../program.ts";
import { timeoutOf } from "./timeout.ts";

export const waitForCondition: Behaviour<"WAIT_FOR_CONDITION"> = {
  format: () => FIRST_FORMAT,
  repeats: false,
  prepare({ config }) {
    const condition = testOf(config);
    return {
      enter: (run) => look(run, condition) ?? PARK,
      holds: true,
      timers: (run) => timeoutOf(run, config.timeout),
      condition,
      onChange: (run) => look(run, condition),
    };
  },
};

/** At least one test of `include` must hold, none of `exclude`, and the expression. */
function testOf({ include, exclude, expression }: WaitForConditionConfig): Test {
  const tests = [
    ...(include?.length ? [makeTest({ rules: { any: include } })] : []),
    ...(exclude?.length ? [makeTest({ rules: { any: exclude, not: true } })] : []),
    makeTest({ expression }),
  ];
  return (facts) => tests.every((test) => test(facts));
}

/** Evaluates the condition, and stores when time alone may change the answer. */
function look(run: Execution, condition: Test): ExitTaken | null {
  const { memory } = run.enrollment;
  const facts = run.facts();
  const met = condition(facts);
  if (facts.recheckAt !== null) memory.recheck = facts.recheckAt;
  else if (memory.recheck !== undefined) delete memory.recheck;
  return met ? { exit: "met", cause: "condition", receipt: receiptOf(facts, { result: "met" }) } : null;
}
