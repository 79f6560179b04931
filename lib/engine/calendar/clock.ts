import { Temporal } from "temporal-polyfill";
import { type Duration, isCalendarDuration } from "#journey";
import { DAY_MS, HOUR_MS } from "#times";
import type { EpochMs } from "../signal.ts";

/**
 * Adds a duration to a time (epoch ms). Calendar units move the wall clock of `zone`: the day is clamped to the end of
 * the month, a time that the clocks skip moves forward by the gap, and a time that occurs twice means the first. Clock
 * units are then added exactly.
 */
export function addDuration(at: EpochMs, duration: Duration, zone: string, sign: 1 | -1 = 1): EpochMs {
  const exact =
    sign * ((duration.hours ?? 0) * HOUR_MS + (duration.minutes ?? 0) * 60_000 + (duration.seconds ?? 0) * 1_000);
  if (!isCalendarDuration(duration)) return at + exact;
  const { years = 0, months = 0, weeks = 0, days = 0 } = duration;
  if (zone === "UTC" && years === 0 && months === 0) return at + sign * (weeks * 7 + days) * DAY_MS + exact;
  const moved = zoned(at, zone).add({
    years: sign * years,
    months: sign * months,
    weeks: sign * weeks,
    days: sign * days,
  });
  return moved.epochMilliseconds + exact;
}

/** The wall clock of `zone` at a time (epoch ms). */
export function zoned(at: EpochMs, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

/**
 * The epoch ms at which `zone` shows this date and time; a time that the clocks skip moves forward by the gap, a time
 * that occurs twice means the first.
 */
export function wallTime(date: Temporal.PlainDate, time: Temporal.PlainTime, zone: string): EpochMs {
  return date.toPlainDateTime(time).toZonedDateTime(zone).epochMilliseconds;
}

const FOUR_DAYS = 4 * DAY_MS;

/**
 * The first time (epoch ms) from which adding the duration reaches `goal` or passes it. Subtracting the duration from
 * the goal gives this time, except around month ends and clock changes; there a binary search within four days finds
 * it.
 */
export function firstReaching(goal: EpochMs, duration: Duration, zone: string, sign: 1 | -1): EpochMs {
  const reaches = (at: EpochMs) => addDuration(at, duration, zone, sign) >= goal;
  const guess = addDuration(goal, duration, zone, sign === 1 ? -1 : 1);
  if (reaches(guess) && !reaches(guess - 1)) return guess;
  let [low, high] = [guess - FOUR_DAYS, guess + FOUR_DAYS];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The wall clock time in `zone`, without an offset: `2026-03-02T09:00:00`. */
export function localTime(at: EpochMs, zone: string): string {
  return zoned(at, zone).toPlainDateTime().toString({ smallestUnit: "second" });
}
