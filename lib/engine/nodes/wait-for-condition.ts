import { type Behaviour, type ExitTaken, PARK, type Visit } from "../model.ts";
import { receiptOf, ruleContextFor } from "../run/rule-context.ts";
import { timeoutOf } from "./wait.ts";

/** Looks at the condition, and notes when time alone may change the answer. */
function look({ work, enrollment, state, at }: Visit): ExitTaken | null {
  const facts = ruleContextFor(work, enrollment, at, null);
  const met = state.test(facts);
  if (facts.recheckAt !== null) enrollment.memory.recheck = facts.recheckAt;
  else if (enrollment.memory.recheck !== undefined) delete enrollment.memory.recheck;
  return met ? { exit: "met", cause: "condition", receipt: receiptOf(facts, { result: "met" }) } : null;
}

export const waitForCondition: Behaviour = {
  enter: (visit) => look(visit) ?? PARK,
  holds: () => true,
  timers: (visit) => timeoutOf(visit),
  onChange: look,
};
