import { EventRule, FieldRule, type Rule, type RuleGroup, SegmentRule, takesNoValue } from "#journey";
import { OPERATOR_WORDS } from "#words";

export type RuleKind = "field" | "event" | "segment" | "group";
export type Join = "all" | "any";

/** The row that edits a rule; unfinished or unknown rules get one by their keys. */
export function kindOf(rule: unknown): RuleKind {
  if (typeof rule !== "object" || rule === null) return "field";
  if ("event" in rule) return "event";
  if ("segment" in rule) return "segment";
  return "all" in rule || "any" in rule ? "group" : "field";
}

export function emptyRule(kind: RuleKind): Rule {
  switch (kind) {
    case "field":
      return { field: "", op: "eq", value: "" };
    case "event":
      return { event: "", count: { gte: 1 }, within: "30d" };
    case "segment":
      return { segment: "" };
    case "group":
      return { any: [emptyRule("field")] };
  }
}

/** A group as the builder shows it: one list and how it is joined. */
export function readGroup(value: unknown): { join: Join; rules: Rule[]; not: boolean } {
  const group = (typeof value === "object" && value !== null ? value : {}) as RuleGroup;
  const join: Join = group.any !== undefined && group.all === undefined ? "any" : "all";
  const rules =
    group.all !== undefined && group.any !== undefined ? [...group.all, { any: group.any }] : (group[join] ?? []);
  return { join, rules: [...rules], not: group.not === true };
}

export function writeGroup({ join, rules, not }: { join: Join; rules: Rule[]; not: boolean }): RuleGroup {
  return not ? { [join]: rules, not } : { [join]: rules };
}

export const OPERATORS = Object.entries(OPERATOR_WORDS).map(([value, label]) => ({ value, label }));

/** What a value may look like; it is read as it is written. */
export function placeholderOf(op: FieldRule["op"]): string {
  switch (op) {
    case "in":
      return "free, pro";
    case "before":
    case "after":
      return "2026-05-01, now or -30d";
    case "within_next":
    case "within_last":
      return "7d";
    default:
      return "pro";
  }
}

/** Fields that every rule can read; any trait or property can be written. */
export const FIELDS = [
  "person.traits.plan",
  "person.traits.email",
  "tags",
  "stage",
  "event.properties.amount",
  "trigger.properties.plan",
];

/** What is still missing from a rule, for its row. */
export function unfinished(rule: unknown): string | null {
  const kind = kindOf(rule);
  if (kind === "group") return null;
  if (kind === "field") {
    const parsed = FieldRule.safeParse(rule);
    const wrong = parsed.error?.issues.find(({ path }) => path[0] === "value");
    if (wrong !== undefined) return `The value ${wrong.message}`;
    if (!parsed.success) return "Say which field";
    return !takesNoValue(parsed.data.op) && parsed.data.value === undefined ? "Say which value" : null;
  }
  if (kind === "event") return EventRule.safeParse(rule).success ? null : "Say which event";
  return SegmentRule.safeParse(rule).success ? null : "Choose a segment";
}
