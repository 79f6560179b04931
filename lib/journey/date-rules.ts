import { isDay, readMoment } from "#times";
import { parseDuration, parseOffset } from "./durations.ts";

/** Operators that compare a date with now on the person's clock. */
export const DATE_OPERATORS = [
  "before",
  "after",
  "within_next",
  "within_last",
  "is_today",
  "anniversary_today",
] as const;
export type DateOperator = (typeof DATE_OPERATORS)[number];

export const isDateOperator = (op: string): op is DateOperator => (DATE_OPERATORS as readonly string[]).includes(op);

/** Whether an operator takes no value. */
export const takesNoValue = (op: string): boolean => op === "exists" || op === "is_today" || op === "anniversary_today";

/** The bound of `before` and `after`: a written date, or now with an offset. */
export type DateBound =
  | { readonly written: string | number; readonly isDay: boolean }
  | { readonly fromNow: NonNullable<ReturnType<typeof parseOffset>> };

/** Parses `2026-05-01`, a date with time, `now`, or an offset from now such as `-30d`; null for anything else. */
export function readDateBound(value: unknown): DateBound | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  if (value === "now") return { fromNow: { sign: 1, duration: {} } };
  if (typeof value === "string" && /^\s*[+-]\s*\d/.test(value)) {
    const fromNow = parseOffset(value);
    return fromNow && { fromNow };
  }
  return readMoment(value) === null ? null : { written: value, isDay: isDay(value) };
}

/** Why a date cannot be compared with the value, as the end of a sentence; null = it can. */
export function dateValueProblem(op: DateOperator, value: unknown): string | null {
  switch (op) {
    case "before":
    case "after":
      if (readDateBound(value) !== null) return null;
      return "is not a date such as 2026-05-01, nor “now”, nor an offset from now such as -30d";
    case "within_next":
    case "within_last":
      return parseDuration(value) === null ? "is not a duration such as 12h, 2d or 1w" : null;
    default:
      return value === undefined || value === null || value === "" || value === true
        ? null
        : "is not asked for: this comparison takes no value";
  }
}
