import * as z from "zod";
import { DATE_OPERATORS, dateValueProblem, isDateOperator } from "./date-rules.ts";
import { parseDuration } from "./durations.ts";
import { ruleBoundsProblem } from "./rule-bounds.ts";
import { withRules } from "./with-rules.ts";

/** A duration in any notation that `parseDuration` accepts; at most 100 years. */
export const DurationInput = z
  .union([z.string().max(200), z.number(), z.record(z.string(), z.unknown())])
  .refine((value) => parseDuration(value) !== null, {
    error: "is not a duration such as 30m, 12h, 2d or 1w",
    params: { code: "bad_duration" },
  });
export type DurationInput = z.infer<typeof DurationInput>;

export const RULE_OPERATORS = ["eq", "ne", "gt", "gte", "lt", "lte", "in", "contains", "exists", "matches"] as const;
export const RuleOperator = z.enum(RULE_OPERATORS);
export type RuleOperator = z.infer<typeof RuleOperator>;

export const COUNT_OPERATORS = ["gte", "gt", "lte", "lt", "eq", "ne"] as const;
export type CountOperator = (typeof COUNT_OPERATORS)[number];

/** Compares a field, named as in CEL (`person.traits.plan`, `event.properties.amount`, `tags`), or compares a date with now. */
export const FieldRule = z
  .strictObject({
    field: z.string().min(1).max(1_000),
    op: z.enum([...RULE_OPERATORS, ...DATE_OPERATORS]),
    value: z.unknown().optional(),
  })
  .superRefine(({ op, value }, context) => {
    const problem = isDateOperator(op) ? dateValueProblem(op, value) : null;
    if (problem !== null) context.addIssue({ code: "custom", message: problem, path: ["value"] });
  });
export type FieldRule = z.infer<typeof FieldRule>;

/** Counts past events: did the event happen at least n times in the last d days? */
export const EventRule = z.strictObject({
  event: z.string().min(1).max(255),
  count: z.partialRecord(z.enum(COUNT_OPERATORS), z.number().int().min(0)).optional(),
  within: DurationInput.optional(),
  filter: z.record(z.string(), z.unknown()).optional(),
});
export type EventRule = z.infer<typeof EventRule>;

export const SegmentRule = z.strictObject({
  segment: z.union([z.string().min(1).max(255), z.number()]),
  not: z.boolean().optional(),
});
export type SegmentRule = z.infer<typeof SegmentRule>;

export type RuleGroup = { all?: Rule[] | undefined; any?: Rule[] | undefined; not?: boolean | undefined };
export type Rule = FieldRule | EventRule | SegmentRule | RuleGroup;

const AnyGroup: z.ZodType<RuleGroup> = withRules(
  z.strictObject({
    get all() {
      return z.array(AnyRule).max(200).optional();
    },
    get any() {
      return z.array(AnyRule).max(200).optional();
    },
    not: z.boolean().optional(),
  }),
  {
    holds: ({ all, any }) => all !== undefined || any !== undefined,
    error: "needs a list of rules under all or any",
  },
);

/** A rule without the check of its size: what a JSON schema can say of it. */
export const AnyRule: z.ZodType<Rule> = z.lazy(() => z.union([FieldRule, EventRule, SegmentRule, AnyGroup]));

/** Checks the size of a tree before it is parsed: parsing recurses, and endless nesting would exhaust the stack. */
function bounded<T>(schema: z.ZodType<T>): z.ZodType<T> {
  return z.preprocess((input, context) => {
    const problem = ruleBoundsProblem(input);
    if (problem === null) return input;
    context.issues.push({ code: "custom", message: problem, input });
    return z.NEVER;
  }, schema);
}

/** All or any of the contained rules must hold; `not` inverts the result. If both lists are given, both must hold. */
export const RuleGroup: z.ZodType<RuleGroup> = bounded(AnyGroup);

export const Rule: z.ZodType<Rule> = bounded(AnyRule);

/** Strict equality on every key. */
export const EqualityFilter = z.record(z.string(), z.unknown());
export type EqualityFilter = z.infer<typeof EqualityFilter>;

/** CEL source; the evaluator checks later whether it parses. */
export const Expression = z.string().min(1).max(10_000);
