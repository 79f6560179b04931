import type { Rule, RuleGroup } from "#journey";

/** All rules in one group; a single group stays itself. */
export function allOf(rules: readonly Rule[]): RuleGroup {
  const [only] = rules;
  return rules.length === 1 && only !== undefined && isGroup(only) ? only : { all: [...rules] };
}

/** Any of the rules; a single rule stays itself. */
export function anyOf(rules: readonly Rule[]): Rule {
  const [only] = rules;
  return rules.length === 1 && only !== undefined ? only : { any: [...rules] };
}

/** The opposite of the rules, which must all hold. */
export const noneOf = (rules: readonly Rule[]): RuleGroup => ({ all: [...rules], not: true });

const isGroup = (rule: Rule): rule is RuleGroup => "all" in rule || "any" in rule;
