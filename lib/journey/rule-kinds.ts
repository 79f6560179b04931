import type { EventRule, FieldRule, Rule, RuleGroup, SegmentRule } from "./rules.ts";

type Rules = {
  readonly field: FieldRule;
  readonly event: EventRule;
  readonly segment: SegmentRule;
  readonly group: RuleGroup;
};

export type RuleKind = keyof Rules;

/** One answer for each kind of rule: a reader gives all of them, and the compiler names one that is missing. */
export type RuleReader<Answer, Context> = {
  readonly [Kind in RuleKind]: (rule: Rules[Kind], context: Context) => Answer;
};

/** Reads a rule by its kind: the one place that tells the kinds apart. */
export function readRule<Answer, Context>(rule: Rule, reader: RuleReader<Answer, Context>, context: Context): Answer {
  if ("field" in rule) return reader.field(rule, context);
  if ("event" in rule) return reader.event(rule, context);
  if ("segment" in rule) return reader.segment(rule, context);
  return reader.group(rule, context);
}
