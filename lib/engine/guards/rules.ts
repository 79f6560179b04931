import { type EventRule, isDateOperator, type Rule } from "#journey";
import { firstLine } from "../expressions/index.ts";
import { compare } from "./compare.ts";
import { isCount } from "./count-rule.ts";
import { holdsByDate } from "./date-rule.ts";
import { lookUp, note, type RuleContext } from "./rule-context.ts";

/**
 * The one rule evaluator (R24): journeys, segments and audiences all ask here. Rules that take more steps than are left hold for
 * nobody as a whole, and the facts keep the reason.
 */
export function holds(rule: Rule, facts: RuleContext): boolean {
  try {
    return isTrue(rule, facts);
  } catch (error) {
    facts.errors.push(firstLine(error));
    return false;
  }
}

function isTrue(rule: Rule, facts: RuleContext): boolean {
  if ("field" in rule) {
    const actual = lookUp(facts.scope, rule.field);
    note(facts, rule.field, actual);
    const { op, value } = rule;
    return isDateOperator(op) ? holdsByDate(op, actual, value, facts) : compare(op, actual, value);
  }
  if ("event" in rule) return eventRule(rule, facts);
  if ("segment" in rule) {
    const inside = facts.inSegment(String(rule.segment));
    note(facts, `segment ${rule.segment}`, inside);
    return inside !== (rule.not === true);
  }
  const all = rule.all === undefined || rule.all.every((inner) => isTrue(inner, facts));
  const any = rule.any === undefined || rule.any.some((inner) => isTrue(inner, facts));
  return (all && any) !== (rule.not === true);
}

function eventRule(rule: EventRule, facts: RuleContext): boolean {
  const count = facts.countEvents(rule, facts);
  note(facts, `count ${rule.event}`, count);
  return isCount(rule, count);
}
