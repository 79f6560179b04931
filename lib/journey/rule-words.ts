import { formatDuration } from "./durations.ts";
import { type FieldRule, type Rule, RuleGroup } from "./rules.ts";

/** A comparison between a field and its value. */
export const OPERATOR_WORDS: Readonly<Record<FieldRule["op"], string>> = {
  eq: "is",
  ne: "is not",
  gt: "is more than",
  gte: "is at least",
  lt: "is less than",
  lte: "is at most",
  in: "is one of",
  contains: "contains",
  exists: "is known",
  matches: "matches the pattern",
  before: "is before",
  after: "is after",
  within_next: "is within the next",
  within_last: "is within the last",
  is_today: "is today",
  anniversary_today: "has its anniversary today",
};

const COUNT_WORDS = {
  gte: "at least",
  gt: "more than",
  lte: "at most",
  lt: "less than",
  eq: "exactly",
  ne: "not exactly",
} as const;

const PREFIXES = /^(person\.)?(traits|event\.properties|trigger\.properties)\./;

/** Rules in one line, such as "plan is pro and seats is more than 5"; empty when there is none that can be read. */
export function sayRules(rules: unknown): string {
  const parsed = RuleGroup.safeParse(rules);
  return parsed.success ? sayGroup(parsed.data) : "";
}

function sayGroup({ all = [], any = [], not }: RuleGroup): string {
  const parts = [
    ...all.map((rule) => sayRule(rule)),
    ...(any.length > 0 ? [any.map((rule) => sayRule(rule)).join(" or ")] : []),
  ].filter((part) => part !== "");
  const said =
    parts.length > 1 && any.length > 1 ? parts.map((part) => (part.includes(" or ") ? `(${part})` : part)) : parts;
  const joined = said.join(" and ");
  return not && joined !== "" ? `not (${joined})` : joined;
}

function sayRule(rule: Rule): string {
  if ("field" in rule) return sayField(rule);
  if ("segment" in rule) return `${rule.not ? "not in" : "in"} segment ${rule.segment}`;
  if (!("event" in rule)) return sayGroup(rule);
  const counts = Object.entries(rule.count ?? {}).map(
    ([op, times]) => `${COUNT_WORDS[op as keyof typeof COUNT_WORDS]} ${times} ${times === 1 ? "time" : "times"}`,
  );
  const within = rule.within === undefined ? [] : [`in ${formatDuration(rule.within)}`];
  return [`did ${rule.event}`, counts.join(" and "), ...within].filter((part) => part !== "").join(" ");
}

function sayField({ field, op, value }: FieldRule): string {
  const name = field.replace(PREFIXES, "");
  if (op === "exists" && value === false) return `${name} is not known`;
  const words = `${name} ${OPERATOR_WORDS[op]}`;
  return value === undefined || op === "exists" ? words : `${words} ${sayValue(value)}`;
}

function sayValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(sayValue).join(", ");
  return typeof value === "string" ? value || "empty" : JSON.stringify(value);
}
