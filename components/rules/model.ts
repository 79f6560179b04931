import { rulesToCel } from "#engine";
import {
  EventRule,
  FieldRule,
  isDateOperator,
  type JsonObject,
  type Rule,
  RuleGroup,
  SegmentRule,
  takesNoValue,
} from "#journey";
import { isObject } from "#values";

export type RuleKind = "field" | "tag" | "stage" | "event" | "segment" | "group";
export type Join = "all" | "any";

export const NO_RULES: RuleGroup = { all: [] };

/** The row that edits a rule; unfinished or unknown rules get one by their keys. */
export function kindOf(rule: unknown): RuleKind {
  if (!isObject(rule)) return "field";
  if ("event" in rule) return "event";
  if ("segment" in rule) return "segment";
  if (readTag(rule) !== null) return "tag";
  if ("all" in rule || "any" in rule) return "group";
  const isStage = ["stage", "person.stage"].includes(String(rule.field)) && (rule.op === "eq" || rule.op === "ne");
  return isStage ? "stage" : "field";
}

export function emptyRule(kind: RuleKind): Rule {
  switch (kind) {
    case "field":
      return { field: "", op: "eq", value: "" };
    case "tag":
      return writeTag({ has: true, tag: "" });
    case "stage":
      return { field: "stage", op: "eq", value: "" };
    case "event":
      return { event: "", count: { gte: 1 }, within: "30d" };
    case "segment":
      return { segment: "" };
    case "group":
      return { any: [emptyRule("field")] };
  }
}

export type Tag = { readonly has: boolean; readonly tag: string };

/** A rule about a tag, also one that negates; null: it says something else. */
export function readTag(rule: unknown): Tag | null {
  if (!isObject(rule)) return null;
  const isAlone = Array.isArray(rule.all) && rule.all.length === 1 && rule.any === undefined && rule.not === true;
  if (isAlone) {
    const inner = readTag((rule.all as unknown[])[0]);
    return inner === null || "all" in ((rule.all as JsonObject[])[0] ?? {}) ? null : { ...inner, has: false };
  }
  const isTags = ["tags", "person.tags"].includes(String(rule.field)) && rule.op === "contains";
  return isTags && typeof rule.value === "string" ? { has: true, tag: rule.value } : null;
}

export function writeTag({ has, tag }: Tag): Rule {
  const rule: Rule = { field: "tags", op: "contains", value: tag };
  return has ? rule : { all: [rule], not: true };
}

/** A group as the builder shows it: one list and how it is joined. */
export function readGroup(value: unknown): { join: Join; rules: Rule[]; not: boolean } {
  const group = (isObject(value) ? value : {}) as RuleGroup;
  const join: Join = group.any !== undefined && group.all === undefined ? "any" : "all";
  const rules =
    group.all !== undefined && group.any !== undefined ? [...group.all, { any: group.any }] : (group[join] ?? []);
  return { join, rules: [...rules], not: group.not === true };
}

export function writeGroup({ join, rules, not }: { join: Join; rules: Rule[]; not: boolean }): RuleGroup {
  return not ? { [join]: rules, not } : { [join]: rules };
}

/** What is still missing from a rule, for its row. */
export function unfinished(rule: unknown): string | null {
  switch (kindOf(rule)) {
    case "group":
      return null;
    case "tag":
      return (readTag(rule)?.tag ?? "").trim() === "" ? "Say which tag" : null;
    case "event":
      return EventRule.safeParse(rule).success ? null : "Say which event";
    case "segment":
      return SegmentRule.safeParse(rule).success ? null : "Choose a segment";
    default:
      return unfinishedField(rule);
  }
}

function unfinishedField(rule: unknown): string | null {
  const parsed = FieldRule.safeParse(rule);
  const wrong = parsed.error?.issues.find(({ path }) => path[0] === "value");
  if (!parsed.success && isObject(rule) && !rule.field) return "Say which field";
  if (wrong !== undefined) return `The value ${wrong.message}`;
  if (!parsed.success) return "Say which field";
  const { op, value } = parsed.data;
  if (takesNoValue(op)) return null;
  const isEmpty =
    value === undefined || (value === "" && !isDateOperator(op)) || (Array.isArray(value) && !value.length);
  return isEmpty ? "Say which value" : null;
}

/** Whether every rule says enough to be evaluated, and there is at least one. */
export function isFinished(group: unknown): boolean {
  const { rules } = readGroup(group);
  return (
    rules.length > 0 && rules.every((rule) => (kindOf(rule) === "group" ? isFinished(rule) : unfinished(rule) === null))
  );
}

export const hasRules = (group: unknown): boolean => readGroup(group).rules.length > 0;

/** Finished rules as an expression, or why there is none. */
export function writeRules(group: unknown): ReturnType<typeof rulesToCel> {
  const rules = isFinished(group) ? readRules(group) : null;
  return rules === null ? { reason: "a rule is not finished" } : rulesToCel(rules);
}

/** A stored group as the builder edits it: all that the engine can evaluate; null for anything else. */
export function readRules(rules: unknown): RuleGroup | null {
  const parsed = RuleGroup.safeParse(rules);
  return parsed.success ? parsed.data : null;
}
