import { isDateOperator, type Rule, type RuleReader, readRule } from "#journey";
import { firstLine } from "../expressions/index.ts";
import { compare } from "./compare.ts";
import { isCount } from "./count-rule.ts";
import { holdsByDate } from "./date-rule.ts";
import { lookUp, note, type RuleContext } from "./rule-context.ts";

/**
 * Evaluates rules for journeys, segments and audiences (R24). If the rules need more steps than remain, the whole
 * result is false, and the context records the reason.
 */
export function holds(rule: Rule, facts: RuleContext): boolean {
  try {
    return isTrue(rule, facts);
  } catch (error) {
    facts.errors.push(firstLine(error));
    return false;
  }
}

const isTrue = (rule: Rule, facts: RuleContext): boolean => readRule(rule, KINDS, facts);

/** How each kind of rule is evaluated. */
const KINDS: RuleReader<boolean, RuleContext> = {
  field({ field, op, value }, facts) {
    const actual = lookUp(facts.scope, field);
    note(facts, field, actual);
    return isDateOperator(op) ? holdsByDate(op, actual, value, facts) : compare(op, actual, value);
  },
  event(rule, facts) {
    const count = facts.countEvents(rule, facts);
    note(facts, `count ${rule.event}`, count);
    return isCount(rule, count);
  },
  segment({ segment, not }, facts) {
    const inside = facts.inSegment(String(segment));
    note(facts, `segment ${segment}`, inside);
    return inside !== (not === true);
  },
  group({ all, any, not }, facts) {
    const isAll = all === undefined || all.every((inner) => isTrue(inner, facts));
    const isAny = any === undefined || any.some((inner) => isTrue(inner, facts));
    return (isAll && isAny) !== (not === true);
  },
};
