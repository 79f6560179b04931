import type { Rule } from "#journey";
import { listOf, numberOf, objectOf, textOf } from "../json.ts";
import type { Outline } from "../outline.ts";
import { type Comparison, type FieldTest, ruleOf } from "../rules/field-test.ts";
import { anyOf } from "../rules/join.ts";

type Fields = Readonly<Record<string, unknown>>;
type Test = Omit<FieldTest, "name">;

const TEXT: Readonly<Record<string, Comparison>> = {
  equals: "is",
  contains: "contains",
  "starts-with": "starts",
  "ends-with": "ends",
  regex: "matches",
  in: "is",
};
const NUMBER: Readonly<Record<string, Comparison>> = {
  equals: "is",
  "greater-than": "gt",
  "greater-than-or-equal": "gte",
  "less-than": "lt",
  "less-than-or-equal": "lte",
};
const UNITS: Readonly<Record<string, string>> = { day: "d", hour: "h", week: "w" };

/** A filter of one property as tests that must all hold; null = nothing here says the same. */
export function testsOf(filter: unknown): readonly Test[] | null {
  const { type, operator, value, start, end, date, unit, quantity } = objectOf(filter);
  const word = textOf(operator);
  const positive = word === "nregex" ? "regex" : word.replace(/^not-/, "");
  const not = positive !== word;
  const values = Array.isArray(value) ? value : [value];
  switch (type) {
    case "string":
      return oneTest(TEXT[positive], values, not);
    case "numeric": {
      if (word === "between")
        return [
          { comparison: "gte", values: [start] },
          { comparison: "lte", values: [end] },
        ];
      return oneTest(NUMBER[positive], values, not);
    }
    case "boolean":
      return [{ comparison: "is", values }];
    case "existence":
      return [{ comparison: "exists", values: [], not: word === "not-set" }];
    case "list":
      return positive === "contains" || positive === "contains-any" ? [{ comparison: "contains", values, not }] : null;
    case "date":
      return dateTest(word, textOf(date), `${numberOf(quantity) ?? 0}${UNITS[textOf(unit)] ?? "d"}`);
    default:
      return null;
  }
}

const oneTest = (comparison: Comparison | undefined, values: readonly unknown[], not: boolean): Test[] | null =>
  comparison === undefined ? null : [{ comparison, values, not }];

function dateTest(operator: string, date: string, length: string): Test[] | null {
  switch (operator) {
    case "before":
    case "after":
      return [{ comparison: operator, values: [date] }];
    case "in-the-last":
      return [{ comparison: "within_last", values: [length] }];
    case "in-the-next":
      return [{ comparison: "within_next", values: [length] }];
    case "at-least":
      return [{ comparison: "before", values: [`-${length}`] }];
    default:
      return null;
  }
}

/** `properties['Plan']` is the trait Plan; fields of the profile keep their names. */
export const traitOf = (property: string): string =>
  /^(?:properties|location)\[(['"])(.*)\1\]$/.exec(property)?.[2] ?? property.replace(/^\$/, "");

/** What is counted since people entered the flow. */
export type SinceStart = { readonly metric: string; readonly isAbsent: boolean };

/** A count of a metric since the start of the flow, where it asks for at least one or for none; null = it is another condition. */
export function sinceStart(condition: Fields): SinceStart | null {
  const { operator, value } = objectOf(condition.measurement_filter);
  if (condition.type !== "profile-metric" || textOf(objectOf(condition.timeframe_filter).operator) !== "flow-start")
    return null;
  if (condition.measurement !== "count" || listOf(condition.metric_filters).length > 0) return null;
  const asked = `${textOf(operator)} ${numberOf(value)}`;
  if (["equals 0", "less-than 1", "less-than-or-equal 0"].includes(asked))
    return { metric: textOf(condition.metric_id), isAbsent: true };
  if (["greater-than 0", "greater-than-or-equal 1", "not-equals 0"].includes(asked))
    return { metric: textOf(condition.metric_id), isAbsent: false };
  return null;
}

/** Groups that must all hold, in each of which one condition is enough. */
export const groupsOf = (filter: unknown): readonly (readonly Fields[])[] =>
  listOf(objectOf(filter).condition_groups).map((group) => listOf(objectOf(group).conditions).map(objectOf));

/** A filter as rules that must all hold; null = a condition of it cannot be said. */
export function rulesOf(filter: unknown, outline: Outline): readonly Rule[] | null {
  const groups = groupsOf(filter).map((conditions) => {
    const rules = conditions.map((condition) => ruleFor(condition, outline));
    return rules.some((rule) => rule === null) || rules.length === 0
      ? null
      : anyOf(rules.filter((rule) => rule !== null));
  });
  return groups.some((group) => group === null) ? null : groups.filter((group) => group !== null);
}

function ruleFor(condition: Fields, outline: Outline): Rule | null {
  switch (condition.type) {
    case "profile-property":
      return fieldRule(traitOf(textOf(condition.property)), condition.filter, "person.traits");
    case "metric-property":
      return fieldRule(textOf(condition.field), condition.filter, "trigger.properties");
    case "profile-metric":
      return countRule(condition, outline);
    case "profile-group-membership": {
      const keys = listOf(condition.group_ids).map((id) => segmentOf(textOf(id), outline));
      if (keys.length === 0) return null;
      const inside = anyOf(keys.map((segment): Rule => ({ segment })));
      return condition.is_member === false ? { all: [inside], not: true } : inside;
    }
    default:
      return null;
  }
}

export const segmentOf = (id: string, outline: Outline): string =>
  outline.segment(outline.nameOf("segment", id) || `Klaviyo list ${id}`);

function fieldRule(name: string, filter: unknown, prefix: string): Rule | null {
  const tests = testsOf(filter);
  if (tests === null || name === "") return null;
  const rules = tests.map((test) => ruleOf({ ...test, name }, prefix));
  const [only] = rules;
  return rules.length === 1 && only !== undefined ? only : { all: rules };
}

const COUNTS: Readonly<Record<string, string>> = {
  equals: "eq",
  "not-equals": "ne",
  "greater-than": "gt",
  "greater-than-or-equal": "gte",
  "less-than": "lt",
  "less-than-or-equal": "lte",
};

function countRule(condition: Fields, outline: Outline): Rule | null {
  const event = outline.nameOf("event", textOf(condition.metric_id));
  const { operator, value } = objectOf(condition.measurement_filter);
  const { operator: time, unit, quantity } = objectOf(condition.timeframe_filter);
  const count = COUNTS[textOf(operator)];
  const wanted = numberOf(value);
  if (event === null || condition.measurement !== "count" || count === undefined || wanted === null) return null;
  if (time !== "alltime" && time !== "in-the-last") return null;
  const filter = equalities(condition.metric_filters);
  if (filter === null) return null;
  const within = time === "alltime" ? {} : { within: `${numberOf(quantity) ?? 0}${UNITS[textOf(unit)] ?? "d"}` };
  return { event, count: { [count]: wanted }, ...within, ...(Object.keys(filter).length > 0 ? { filter } : {}) };
}

/** Filters of a metric as a map of equal values; null = one asks something else. */
function equalities(filters: unknown): Record<string, unknown> | null {
  const found = listOf(filters)
    .map(objectOf)
    .map(({ property, filter }) => {
      const { operator, value } = objectOf(filter);
      return operator === "equals" ? ([textOf(property), value] as const) : null;
    });
  return found.some((pair) => pair === null) ? null : Object.fromEntries(found.filter((pair) => pair !== null));
}
