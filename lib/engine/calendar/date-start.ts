import { Temporal } from "temporal-polyfill";
import { type DateStart, type Duration, parseOffset } from "#journey";
import { isMoment, readMoment, toPlainDateTime } from "#times";
import type { EpochMs } from "../signal.ts";
import { addDuration, zoned } from "./clock.ts";
import { traitMoment } from "./dates.ts";

/**
 * A start of a DATE trigger (epoch ms). `key` distinguishes the yearly starts of one person; a start on a single date
 * has none.
 */
export type Start = { readonly at: EpochMs; readonly key: string | null };

type Anniversary = Pick<DateStart, "offset" | "time">;

/**
 * The first start after `after` (epoch ms) for the date in `value`, computed in `zone`; null = no further start, or the
 * value is not a date. The key of a yearly start is the year of the anniversary, so that moving the date within its
 * year does not start the person a second time (R55).
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
 * The same day of each year, beginning with the date's own year, on the clock of `zone`; in other than leap years 29
 * February becomes the 28th. The offset is applied to each anniversary, so that it may lead into another calendar year.
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

/** The length of an offset in years, rounded down. */
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
