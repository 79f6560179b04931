import { type Behaviour, type Leave, PARK, type Visit } from "../model.ts";
import { factsFor, receiptOf } from "../run/facts.ts";
import { timeoutOf } from "./wait.ts";

/** Looks at the condition, and notes when time alone may change the answer. */
function look({ work, trip, state, at }: Visit): Leave | null {
  const facts = factsFor(work, trip, at, null);
  const met = state.test(facts);
  if (facts.recheckAt !== null) trip.memory.recheck = facts.recheckAt;
  else if (trip.memory.recheck !== undefined) delete trip.memory.recheck;
  return met ? { exit: "met", cause: "condition", receipt: receiptOf(facts, { result: "met" }) } : null;
}

export const waitForCondition: Behaviour = {
  enter: (visit) => look(visit) ?? PARK,
  holds: () => true,
  timers: (visit) => timeoutOf(visit),
  onChange: look,
};
