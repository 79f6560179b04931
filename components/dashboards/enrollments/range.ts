import type { JourneyVersion, TimeseriesDay } from "#data";

/** Days from one to another, both included, as dates such as 2026-03-01. */
export type DayRange = { readonly from: string; readonly to: string };

const DAY_MS = 86_400_000;
const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const daysIn = ({ from, to }: DayRange) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;

/** The date at a time (ms or ISO 8601) in a zone; in UTC where this browser does not know the zone. */
export function localDay(at: number | string, timeZone: string): string {
  const options = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  try {
    return new Intl.DateTimeFormat("en-CA", { ...options, timeZone }).format(new Date(at));
  } catch {
    return new Intl.DateTimeFormat("en-CA", { ...options, timeZone: "UTC" }).format(new Date(at));
  }
}

/** The last days up to today. */
export function lastDays(days: number, today: string): DayRange {
  return { from: dateOf(Date.parse(today) - (days - 1) * DAY_MS), to: today };
}

/** The range of the same length that ends the day before. */
export function previousOf(range: DayRange): DayRange {
  const length = daysIn(range) * DAY_MS;
  return { from: dateOf(Date.parse(range.from) - length), to: dateOf(Date.parse(range.to) - length) };
}

/** What is wrong with a range that somebody typed, or null. */
export function faultOf({ from, to }: DayRange, today: string): string | null {
  if (from === "" || to === "") return "Give both dates.";
  if (from > to) return "The last day is before the first.";
  if (from > today) return "The first day is in the future.";
  return daysIn({ from, to }) > 731 ? "At most 731 days." : null;
}

/** A period of the chart: what happened, what happened in the period before, and the versions that were published. */
export type PeriodRow = TimeseriesDay & { readonly enrolledBefore: number | null; readonly published: string };

/** Periods side by side with those before by their place: the first with the first. */
export function periodRows(
  days: readonly TimeseriesDay[],
  before: readonly TimeseriesDay[] | null,
  versions: readonly Pick<JourneyVersion, "number" | "createdAt">[],
  place: { readonly timeZone: string; readonly to: string },
): PeriodRow[] {
  const published = new Map<string, number[]>();
  for (const { number, createdAt } of versions) {
    const day = localDay(createdAt, place.timeZone);
    const period = day > place.to ? undefined : days.findLast((one) => one.day <= day);
    if (period) published.set(period.day, [...(published.get(period.day) ?? []), number]);
  }
  return days.map((day, index) => ({
    ...day,
    enrolledBefore: before === null ? null : (before[index]?.enrolled ?? 0),
    published: (published.get(day.day) ?? [])
      .sort((left, right) => left - right)
      .map((number) => `v${number}`)
      .join(", "),
  }));
}
