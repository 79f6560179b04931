import type { CountOperator, EventRule } from "#journey";
import { compare } from "./compare.ts";

/** Whether a number of events satisfies the rule; a rule without a count needs at least one event. */
export function isCount(rule: EventRule, count: number): boolean {
  if (rule.count === undefined) return count >= 1;
  return Object.entries(rule.count).every(([operator, wanted]) => inCount(operator as CountOperator, count, wanted));
}

function inCount(operator: CountOperator, count: number, wanted: number | undefined): boolean {
  return (
    wanted === undefined ||
    (operator === "eq" ? count === wanted : operator === "ne" ? count !== wanted : compare(operator, count, wanted))
  );
}

/** The next lower count for which the answer differs: time alone only removes events from the window; null = there is none. */
export function nextOtherCount(rule: EventRule, count: number): number | null {
  const now = isCount(rule, count);
  for (let fewer = count - 1; fewer >= 0; fewer -= 1) if (isCount(rule, fewer) !== now) return fewer;
  return null;
}
