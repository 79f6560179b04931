import {
  DURATION_UNITS,
  durationSeconds,
  type FieldRule,
  isDateOperator,
  type JsonObject,
  parseDuration,
  RuleGroup,
  takesNoValue,
} from "#journey";
import { DAY_SECONDS } from "#times";
import { readTyped, splitList, writeTyped } from "#values";

export type RuleRow =
  | { kind: "trait"; name: string; op: FieldRule["op"]; value: string }
  | { kind: "tag"; has: boolean; value: string }
  | { kind: "stage"; op: "eq" | "ne"; value: string }
  | { kind: "event"; name: string; op: "gte" | "eq"; count: number; days: number | null }
  | { kind: "segment"; inside: boolean; id: string };

export type RuleKind = RuleRow["kind"];
export type RuleRows = { join: "all" | "any"; rows: RuleRow[] };

export const NO_RULES: RuleRows = { join: "all", rows: [] };

export function emptyRow(kind: RuleKind): RuleRow {
  switch (kind) {
    case "trait":
      return { kind, name: "", op: "eq", value: "" };
    case "tag":
      return { kind, has: true, value: "" };
    case "stage":
      return { kind, op: "eq", value: "" };
    case "event":
      return { kind, name: "", op: "gte", count: 1, days: 30 };
    case "segment":
      return { kind, inside: true, id: "" };
  }
}

/** True when the row says enough to be evaluated. */
export function isComplete(row: RuleRow): boolean {
  if (row.kind === "trait") return row.name.trim() !== "" && (takesNoValue(row.op) || row.value.trim() !== "");
  if (row.kind === "event") return row.name.trim() !== "" && Number.isSafeInteger(row.count) && row.count >= 0;
  return (row.kind === "segment" ? row.id : row.value).trim() !== "";
}

function toRule(row: RuleRow): JsonObject {
  switch (row.kind) {
    case "trait": {
      const field = `traits.${row.name.trim()}`;
      if (takesNoValue(row.op)) return { field, op: row.op };
      if (isDateOperator(row.op)) return { field, op: row.op, value: row.value.trim() };
      return {
        field,
        op: row.op,
        value: row.op === "in" ? splitList(row.value).map(readTyped) : readTyped(row.value),
      };
    }
    case "tag": {
      const rule = { field: "tags", op: "contains", value: row.value.trim() };
      return row.has ? rule : { all: [rule], not: true };
    }
    case "stage":
      return { field: "stage", op: row.op, value: row.value.trim() };
    case "event":
      return {
        event: row.name.trim(),
        count: { [row.op]: row.count },
        ...(row.days ? { within: `${row.days}d` } : {}),
      };
    case "segment":
      return row.inside ? { segment: row.id } : { segment: row.id, not: true };
  }
}

/** The rule group the engine evaluates. */
export function toRules({ join, rows }: RuleRows): JsonObject {
  return { [join]: rows.map(toRule) };
}

/** Rows for a rule group; `null` when it says something rows cannot show, so that editing would lose it. */
export function fromRules(rules: unknown): RuleRows | null {
  const parsed = RuleGroup.safeParse(rules);
  if (!parsed.success || parsed.data.not || (parsed.data.all && parsed.data.any)) return null;
  const join = parsed.data.any ? "any" : "all";
  const rows = (parsed.data[join] ?? []).map((rule) => toRow(rule as JsonObject));
  return rows.every((row) => row !== null) ? { join, rows } : null;
}

function toRow(rule: JsonObject): RuleRow | null {
  if ("segment" in rule) return { kind: "segment", inside: rule.not !== true, id: String(rule.segment) };
  if ("event" in rule) return eventRow(rule);
  if ("field" in rule) return fieldRow(rule);
  const [inner, ...others] = Array.isArray(rule.all) ? (rule.all as JsonObject[]) : [];
  const row = inner && others.length === 0 && rule.not === true && !rule.any ? toRow(inner) : null;
  return row?.kind === "tag" ? { ...row, has: !row.has } : null;
}

function eventRow(rule: JsonObject): RuleRow | null {
  const [[op, count] = ["gte", 1], ...others] = Object.entries(
    (rule.count as Record<string, number> | undefined) ?? { gte: 1 },
  );
  if (others.length > 0 || rule.filter || (op !== "gte" && op !== "eq")) return null;
  const days = rule.within === undefined ? null : wholeDays(rule.within);
  return days === undefined ? null : { kind: "event", name: String(rule.event), op, count: Number(count), days };
}

function wholeDays(within: unknown): number | undefined {
  const duration = parseDuration(within);
  if (!duration || DURATION_UNITS.slice(0, 2).some((unit) => duration[unit])) return undefined;
  const days = durationSeconds(duration) / DAY_SECONDS;
  return Number.isInteger(days) && days > 0 ? days : undefined;
}

function fieldRow({ field, op, value }: JsonObject): RuleRow | null {
  const path = String(field).replace(/^person\./, "");
  if (path === "tags" && op === "contains" && typeof value === "string") return { kind: "tag", has: true, value };
  if (path === "stage" && (op === "eq" || op === "ne") && typeof value === "string")
    return { kind: "stage", op, value };
  if (!path.startsWith("traits.") || (op === "exists" && value === false)) return null;
  const list = op === "in" && Array.isArray(value);
  if (list && value.some((item) => typeof item === "string" && item.includes(","))) return null;
  if (isDateOperator(String(op)) && typeof value === "object" && value !== null) return null;
  const text =
    value === undefined || (takesNoValue(String(op)) && op !== "exists")
      ? ""
      : list
        ? value.map(writeTyped).join(", ")
        : writeTyped(value);
  return { kind: "trait", name: path.slice("traits.".length), op: op as FieldRule["op"], value: text };
}
