import {
  type EventRule,
  eventName,
  type FieldRule,
  parseOffset,
  type Rule,
  type RuleGroup,
  type RuleReader,
  readRule,
} from "#journey";
import { OPERATOR_WORDS, sayField, sayList, sayValue } from "#words";
import { holds, lookUp, orderOf, type RuleContext } from "../guards/index.ts";
import { sayDuration, sayFilter } from "./words.ts";

/** Names of segments, by whatever a rule may call them. */
export type SegmentNames = (reference: string) => string;

const COUNTS: Readonly<Record<string, string>> = {
  gte: "at least",
  gt: "more than",
  lte: "at most",
  lt: "fewer than",
  eq: "exactly",
  ne: "not exactly",
};

/** A rule in words: `trait plan is “pro”`. */
export const sayRule = (rule: Rule, names: SegmentNames): string => readRule(rule, WORDS, names);

const WORDS: RuleReader<string, SegmentNames> = {
  field: (rule) => sayField(rule.field) + sayComparison(rule),
  event: sayCount,
  segment: ({ segment, not }, names) => `${not === true ? "not in" : "in"} the segment “${names(String(segment))}”`,
  group({ all = [], any = [], not }, names) {
    const every = sayList(all.map((inner) => sayRule(inner, names)));
    const some = sayList(
      any.map((inner) => sayRule(inner, names)),
      "or",
    );
    const both = sayList([every, some].filter((part) => part !== ""));
    return not === true ? `not (${both})` : both;
  },
};

function sayComparison({ op, value }: FieldRule): string {
  if (op === "exists") return value === false ? " is not set" : " is set";
  return ` ${OPERATOR_WORDS[op]}${sayWanted(op, value)}`;
}

function sayWanted(op: FieldRule["op"], value: unknown): string {
  switch (op) {
    case "is_today":
    case "anniversary_today":
      return "";
    case "within_next":
    case "within_last":
      return ` ${sayDuration(value)}`;
    case "before":
    case "after":
      return ` ${sayBound(value)}`;
    default:
      return ` ${sayValue(value)}`;
  }
}

/** `30d ago`, `in 2w`, `now`, or the date as it is written. */
function sayBound(value: unknown): string {
  const offset = typeof value === "string" && /^\s*[+-]\s*\d/.test(value) ? parseOffset(value) : null;
  if (offset === null) return value === "now" ? "now" : sayValue(value);
  const length = sayDuration({ ...offset.duration });
  return offset.sign < 0 ? `${length} ago` : `in ${length}`;
}

function sayCount({ event, count, within, filter }: EventRule): string {
  const times = Object.entries(count ?? { gte: 1 }).map(([operator, wanted]) => `${COUNTS[operator]} ${wanted}`);
  const amount = `${sayList(times)} ${Object.values(count ?? { gte: 1 }).at(-1) === 1 ? "time" : "times"}`;
  const where = filter === undefined ? "" : ` with ${sayFilter(filter)}`;
  return `“${eventName(event)}”${where} ${amount}${within === undefined ? "" : ` in the last ${sayDuration(within)}`}`;
}

/** What of the rule does not hold, each part with the value seen; nothing when it holds. */
export function unmetParts(rule: Rule, facts: RuleContext, names: SegmentNames): string[] {
  return holds(rule, facts) ? [] : readRule(rule, UNMET, { facts, names });
}

const UNMET: RuleReader<string[], { readonly facts: RuleContext; readonly names: SegmentNames }> = {
  field: (rule, { facts, names }) => [`${sayRule(rule, names)} (${sayActual(rule, lookUp(facts.scope, rule.field))})`],
  event: (rule, { facts, names }) => [`${sayRule(rule, names)} (so far ${facts.countEvents(rule, facts)})`],
  segment: (rule, { names }) => [`${sayRule(rule, names)} (they are${rule.not === true ? "" : " not"})`],
  group: (rule, { facts, names }) => unmetOfGroup(rule, facts, names),
};

function unmetOfGroup(rule: RuleGroup, facts: RuleContext, names: SegmentNames): string[] {
  if (rule.not === true) return [`${sayRule(rule, names)} (the part in brackets holds)`];
  const all = (rule.all ?? []).flatMap((inner) => unmetParts(inner, facts, names));
  const { any = [] } = rule;
  if (rule.any === undefined || any.some((inner) => holds(inner, facts))) return all;
  const ways = any.flatMap((inner) => unmetParts(inner, facts, names));
  return [...all, ways.length === 1 ? (ways[0] ?? "") : `one of: ${ways.join("; ")}`];
}

/** The value seen, and what it was compared as where that is not plain to see. */
function sayActual({ op, value }: FieldRule, actual: unknown): string {
  const isOrder = op === "gt" || op === "gte" || op === "lt" || op === "lte";
  const said = `it is ${sayValue(actual)}`;
  if (!isOrder || actual === undefined || actual === null) return said;
  const order = orderOf(actual, value);
  if (order === null)
    return `${said}; ${KINDS[typeof actual] ?? "this"} and ${KINDS[typeof value] ?? "that"} have no order`;
  return typeof actual === "string" ? `${said}; compared as ${order.as}` : said;
}

const KINDS: Readonly<Record<string, string>> = { number: "a number", string: "a text", boolean: "a yes or no" };

/** An expression that does not hold: its text, the values it read, and why it could not be computed. */
export function sayExpression(source: string, facts: RuleContext): string {
  const seen = Object.entries(facts.seen ?? {}).map(([path, value]) => `${sayField(path)} is ${sayValue(value)}`);
  const [error] = facts.errors;
  const because = error === undefined ? sayList(seen) : error;
  return `the expression “${source}” holds${because === "" ? "" : ` (now ${because})`}`;
}
