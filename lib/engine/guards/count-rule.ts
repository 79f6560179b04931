import type { CountOperator, EventRule } from "#journey";
import { compare } from "./compare.ts";

/** Whether so many events are what the rule asks for; without a count, one is. */
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

/** Time alone only takes events away: the next lower count with another answer; null = none. */
export function nextOtherCount(rule: EventRule, count: number): number | null {
  const now = isCount(rule, count);
  for (let fewer = count - 1; fewer >= 0; fewer -= 1) if (isCount(rule, fewer) !== now) return fewer;
  return null;
}
