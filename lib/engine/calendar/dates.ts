import { Temporal } from "temporal-polyfill";
import { parseOffset, type Until } from "#journey";
import type { Instant } from "../signal.ts";
import { isMoment } from "../storable.ts";
import { addDuration, zoned } from "./clock.ts";

/** What people write as a date: an exact moment, or a wall time that means something only in a zone. */
type WrittenDate = { readonly exact: Instant } | { readonly local: Temporal.PlainDateTime };

/** Reads a date, a date with time, one with offset or Z, or epoch seconds or milliseconds; null = not a date. */
export function readDate(value: unknown): WrittenDate | null {
  if (typeof value === "number" && Number.isFinite(value))
    return inRange({ exact: Math.abs(value) < 100_000_000_000 ? value * 1_000 : value });
  if (typeof value !== "string") return null;
  const text = value.trim().replace(" ", "T");
  try {
    if (/T.*(Z|[+-]\d{2}:?\d{2})$/i.test(text))
      return inRange({ exact: Temporal.Instant.from(text).epochMilliseconds });
    return inRange({ local: Temporal.PlainDateTime.from(text) });
  } catch {
    return null;
  }
}

/** What lies outside of the years 1900 to 9999 is no date: a number that was meant as something else, mostly (R47). */
function inRange(date: WrittenDate): WrittenDate | null {
  const isDate = "exact" in date ? isMoment(date.exact) : date.local.year >= 1900 && date.local.year <= 9999;
  return isDate ? date : null;
}

/** The moment a written date means in `zone`; null = not a date. */
export function momentOf(value: unknown, zone: string): Instant | null {
  const date = readDate(value);
  if (date === null) return null;
  return "exact" in date ? date.exact : date.local.toZonedDateTime(zone).epochMilliseconds;
}

/** The moment a date trait asks for, with its offset and time of day; null while the trait is not a date. */
export function traitMoment(until: Extract<Until, { trait: string }>, value: unknown, zone: string): Instant | null {
  const date = readDate(value);
  const at = date === null ? null : shifted(until, date, zone);
  return at !== null && isMoment(at) ? at : null;
}

function shifted(until: Extract<Until, { trait: string }>, date: WrittenDate, zone: string): Instant {
  const offset = until.offset === undefined ? null : parseOffset(until.offset);
  if ("exact" in date && until.time === undefined) {
    return offset === null ? date.exact : addDuration(date.exact, offset.duration, zone, offset.sign);
  }
  let local = "exact" in date ? zoned(date.exact, zone).toPlainDateTime() : date.local;
  if (offset !== null) {
    const { years = 0, months = 0, weeks = 0, days = 0 } = offset.duration;
    const calendar = { years, months, weeks, days };
    local = offset.sign > 0 ? local.add(calendar) : local.subtract(calendar);
  }
  if (until.time !== undefined) local = local.withPlainTime(Temporal.PlainTime.from(until.time));
  const at = local.toZonedDateTime(zone).epochMilliseconds;
  if (offset === null) return at;
  const { hours = 0, minutes = 0, seconds = 0 } = offset.duration;
  return addDuration(at, { hours, minutes, seconds }, zone, offset.sign);
}
