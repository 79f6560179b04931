import type { RuleOperator } from "#journey";
import { searchPattern } from "../patterns.ts";
import { sameValue } from "./equality.ts";
import { orderOf } from "./order.ts";

/**
 * Applies one comparison of a rule; a missing field satisfies only `ne` and `exists: false`. Throws when a pattern
 * search needs more steps than remain.
 */
export function compare(operator: RuleOperator, actual: unknown, wanted: unknown): boolean {
  switch (operator) {
    case "eq":
      return sameValue(actual, wanted);
    case "ne":
      return !sameValue(actual, wanted);
    case "gt":
      return order(actual, wanted, (sign) => sign > 0);
    case "gte":
      return order(actual, wanted, (sign) => sign >= 0);
    case "lt":
      return order(actual, wanted, (sign) => sign < 0);
    case "lte":
      return order(actual, wanted, (sign) => sign <= 0);
    case "in":
      return Array.isArray(wanted) && wanted.some((item) => sameValue(actual, item));
    case "contains":
      return contains(actual, wanted);
    case "exists":
      return (actual !== undefined && actual !== null) === (wanted !== false);
    case "matches":
      return typeof actual === "string" && typeof wanted === "string" && searchPattern(wanted, actual);
  }
}

function order(actual: unknown, wanted: unknown, holds: (sign: number) => boolean): boolean {
  const found = orderOf(actual, wanted);
  return found !== null && holds(found.sign);
}

function contains(actual: unknown, wanted: unknown): boolean {
  if (typeof actual === "string") return typeof wanted === "string" && actual.includes(wanted);
  return Array.isArray(actual) && actual.some((item) => sameValue(item, wanted));
}
