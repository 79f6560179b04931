"use client";
import { parseAsBoolean, parseAsIsoDate, parseAsNumberLiteral, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useTimezone } from "#shell";
import { type DayRange, faultOf, lastDays, localDay } from "./range.ts";
import { RANGES } from "./range-choice.tsx";

const GRANULARITIES = ["day", "week", "month"] as const;
export type Granularity = (typeof GRANULARITIES)[number];

/** Which days the chart of a journey shows and how: kept in the address. */
export function usePeriod() {
  const timeZone = useTimezone() ?? "UTC";
  const [state, setState] = useQueryStates({
    days: parseAsNumberLiteral(RANGES).withDefault(30),
    from: parseAsIsoDate,
    to: parseAsIsoDate,
    by: parseAsStringLiteral(GRANULARITIES).withDefault("day"),
    before: parseAsBoolean.withDefault(false),
  });
  const today = localDay(Date.now(), timeZone);
  const asked = { from: textOf(state.from), to: textOf(state.to) };
  const own: DayRange | null = faultOf(asked, today) === null ? asked : null;
  const { days, by, before } = state;
  return { timeZone, today, days, by, before, own, shown: own ?? lastDays(days, today), setState };
}

const textOf = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? "";
