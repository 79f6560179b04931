import { Temporal } from "temporal-polyfill";
import { type DateStart, type Duration, parseOffset } from "#journey";
import { isMoment, readMoment, toPlainDateTime } from "#times";
import type { EpochMs } from "../signal.ts";
import { addDuration, zoned } from "./clock.ts";
import { traitMoment } from "./dates.ts";

/** When a DATE trigger starts; `key` tells the yearly starts of one person apart, a single date has none of its own. */
export type Start = { readonly at: EpochMs; readonly key: string | null };

type Anniversary = Pick<DateStart, "offset" | "time">;

/**
 * The first start after a moment that the date in `value` means in `zone`; null = never again, or no date. The key of a
 * yearly start is the year of the anniversary, so that a date that is moved within its year starts no second time (R55).
 */
export function nextDateStart(
  config: Pick<DateStart, "trait" | "offset" | "time" | "every">,
  value: unknown,
  zone: string,
  after: EpochMs,
): Start | null {
  if (config.every === "year") return nextAnniversary(config, value, zone, after);
  const at = traitMoment(config, value, zone);
  return at === null || at <= after ? null : { at, key: null };
}

/**
 * The same day of each year from the date's own year on, on the clock of `zone`: 29 February is the 28th in other years. The
 * offset is counted from the anniversary, so that it crosses the end of a year like any other day.
 */
function nextAnniversary(config: Anniversary, value: unknown, zone: string, after: EpochMs): Start | null {
  const date = readMoment(value);
  if (date === null) return null;
  const local = "exact" in date ? zoned(date.exact, zone).toPlainDateTime() : toPlainDateTime(date.wallMs);
  const offset = config.offset === undefined ? null : parseOffset(config.offset);
  const back = offset === null ? 0 : offset.sign * yearsOf(offset.duration) + 2;
  const first = Math.max(local.year, zoned(after, zone).year - back);
  for (let year = first; year <= Math.min(first + 5, 9_999); year += 1) {
    const at = anniversaryIn(year, local, config, zone);
    if (at > after) return isMoment(at) ? { at, key: String(year) } : null;
  }
  return null;
}

function anniversaryIn(year: number, local: Temporal.PlainDateTime, config: Anniversary, zone: string): EpochMs {
  let date = local.with({ year });
  const offset = config.offset === undefined ? null : parseOffset(config.offset);
  if (offset !== null) {
    const { years = 0, months = 0, weeks = 0, days = 0 } = offset.duration;
    const calendar = { years, months, weeks, days };
    date = offset.sign > 0 ? date.add(calendar) : date.subtract(calendar);
  }
  if (config.time !== undefined) date = date.withPlainTime(Temporal.PlainTime.from(config.time));
  const at = date.toZonedDateTime(zone).epochMilliseconds;
  if (offset === null) return at;
  const { hours = 0, minutes = 0, seconds = 0 } = offset.duration;
  return addDuration(at, { hours, minutes, seconds }, zone, offset.sign);
}

/** Whole years that an offset is long, the rest left out. */
function yearsOf({
  years = 0,
  months = 0,
  weeks = 0,
  days = 0,
  hours = 0,
  minutes = 0,
  seconds = 0,
}: Duration): number {
  const inDays = months * 30.44 + weeks * 7 + days + (hours + minutes / 60 + seconds / 3_600) / 24;
  return years + Math.floor(inDays / 365.25);
}
