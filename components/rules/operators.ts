import { type FieldRule, isDateOperator, takesNoValue } from "#journey";
import { OPERATOR_WORDS } from "#words";
import type { FieldType } from "./fields.ts";

type Op = FieldRule["op"];
/** A comparison as it is chosen; `unknown` is written as `exists: false`. */
export type Comparison = Op | "unknown";

const DATES: readonly Op[] = ["before", "after", "within_next", "within_last", "is_today", "anniversary_today"];
const ORDERS: readonly Op[] = ["gt", "gte", "lt", "lte"];
const KNOWN: readonly Comparison[] = ["exists", "unknown"];
const EQUALS: readonly Op[] = ["eq", "ne", "in"];

const OF_TYPE: Readonly<Record<FieldType, readonly Comparison[]>> = {
  text: [...EQUALS, "contains", "matches", ...KNOWN],
  number: [...EQUALS, ...ORDERS, ...KNOWN],
  date: [...DATES, "eq", ...KNOWN],
  boolean: ["eq", ...KNOWN],
  list: ["contains", ...KNOWN],
  any: [...EQUALS, ...ORDERS, "contains", ...KNOWN, ...DATES, "matches"],
};

/** The comparisons of a type of field, and the one that a rule has. */
export function comparisonsOf(type: FieldType, own: Comparison): { value: Comparison; label: string }[] {
  const ops = OF_TYPE[type];
  return (ops.includes(own) ? ops : [own, ...ops]).map((value) => ({ value, label: wordsOf(value, type) }));
}

const wordsOf = (value: Comparison, type: FieldType): string =>
  value === "unknown" ? "is not known" : value === "contains" && type === "list" ? "includes" : OPERATOR_WORDS[value];

export const comparisonOf = ({ op, value }: Partial<FieldRule>): Comparison =>
  op === "exists" && value === false ? "unknown" : (op ?? "eq");

/** The rule with another comparison; a value that means nothing to it is taken away. */
export function compareBy({ field, op, value }: FieldRule, next: Comparison): FieldRule {
  if (next === "unknown") return { field, op: "exists", value: false };
  if (takesNoValue(next)) return { field, op: next };
  const isSameKind = !takesNoValue(op) && isDateOperator(next) === isDateOperator(op);
  const isPeriod = (one: Op) => one === "within_next" || one === "within_last";
  if (!isSameKind || isPeriod(next) !== isPeriod(op)) return { field, op: next, value: startOf(next) };
  if (next === "in") return { field, op: next, value: value === "" || value === undefined ? [] : [value].flat() };
  return { field, op: next, value: Array.isArray(value) ? (value[0] ?? "") : value };
}

const startOf = (op: Op): unknown => (op === "in" ? [] : op === "within_next" || op === "within_last" ? "7d" : "");

export const isOf = (type: FieldType, own: Comparison): boolean => OF_TYPE[type].includes(own);

/** The comparison that a field of a type begins with. */
export const firstOf = (type: FieldType): Comparison => OF_TYPE[type][0] ?? "eq";
