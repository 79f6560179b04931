import type { EventRule, FieldRule, Rule, RuleGroup, SegmentRule } from "./rules.ts";

type Rules = {
  readonly field: FieldRule;
  readonly event: EventRule;
  readonly segment: SegmentRule;
  readonly group: RuleGroup;
};

export type RuleKind = keyof Rules;

/** A function for each kind of rule; the compiler reports a missing one. */
export type RuleReader<Answer, Context> = {
  readonly [Kind in RuleKind]: (rule: Rules[Kind], context: Context) => Answer;
};

/** Calls the reader's function for the kind of a rule. Only this file tells the kinds apart. */
export function readRule<Answer, Context>(rule: Rule, reader: RuleReader<Answer, Context>, context: Context): Answer {
  if ("field" in rule) return reader.field(rule, context);
  if ("event" in rule) return reader.event(rule, context);
  if ("segment" in rule) return reader.segment(rule, context);
  return reader.group(rule, context);
}
