import { Temporal } from "temporal-polyfill";
import type { EpochMs } from "../signal.ts";
import { zoned } from "./clock.ts";
import { isComputable } from "./zone.ts";

export type LocalDay = { readonly day: string; readonly startsAt: EpochMs };

/**
 * The last `count` local days in a zone up to `now`, oldest first. The bounds of days are computed here and passed to
 * SQL: the database may have another release of the time zone data, and it reads some zone names differently.
 */
export function lastDays(now: EpochMs, count: number, zone: string): LocalDay[] {
  const known = isComputable(zone) ? zone : "UTC";
  const today = zoned(now, known).toPlainDate();
  return Array.from({ length: count }, (_, index) => {
    const date = today.subtract({ days: count - 1 - index });
    return { day: date.toString(), startsAt: date.toZonedDateTime(known).epochMilliseconds };
  });
}

/** The local days from one date to another, such as 2026-03-01, both included; none if the first is the later one. */
export function daysBetween(from: string, to: string, zone: string): LocalDay[] {
  const known = isComputable(zone) ? zone : "UTC";
  const first = Temporal.PlainDate.from(from);
  const count = first.until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const date = first.add({ days: index });
    return { day: date.toString(), startsAt: date.toZonedDateTime(known).epochMilliseconds };
  });
}

/** The date with which the week (from Monday) or the month of a date begins. */
export function startOfPeriod(day: string, period: "day" | "week" | "month"): string {
  const date = Temporal.PlainDate.from(day);
  if (period === "day") return date.toString();
  return (period === "week" ? date.subtract({ days: date.dayOfWeek - 1 }) : date.with({ day: 1 })).toString();
}

/** The start (epoch ms) of the local day that is `days` days after the day of `at`. */
export function startOfDayAfter(at: EpochMs, days: number, zone: string): EpochMs {
  return zoned(at, zone).toPlainDate().add({ days }).toZonedDateTime(zone).epochMilliseconds;
}
