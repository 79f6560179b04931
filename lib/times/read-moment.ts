import { Temporal } from "temporal-polyfill";
import { readIsoText } from "./iso-text.ts";

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;

/**
 * A time as written: exact, or a wall-clock time that needs a zone. `wallMs` is its value as if in UTC.
 */
export type WrittenMoment = { readonly exact: EpochMs } | { readonly wallMs: EpochMs };

/** 1 January 1900 and the end of 9999: the range supported by all parsers, the database and calendars (R47). */
export const FIRST_MOMENT: EpochMs = -2_208_988_800_000;
export const LAST_MOMENT: EpochMs = 253_402_300_799_999;

/**
 * Numbers below this are seconds (up to the year 2103), larger ones milliseconds, so that birth dates of 1970 are not
 * read as seconds; from 10^14 on they would be microseconds and are refused (R48).
 */
const FIRST_MILLISECONDS = 4_200_000_000;
const FIRST_MICROSECONDS = 100_000_000_000_000;

export const isMoment = (at: number): boolean => at >= FIRST_MOMENT && at <= LAST_MOMENT;

/**
 * The one parser of times (R48): ISO 8601 text, with `T` or a space, where any offset (`Z`, `+02`, `+0200`, `+02:00`) or
 * zone in brackets makes it exact; a number of seconds or milliseconds since 1970. Null for anything else, also for days
 * that do not exist and for years before 1900 or after 9999: it never guesses and never uses the host's zone.
 */
export function readMoment(value: unknown): WrittenMoment | null {
  const written =
    typeof value === "number" ? readNumber(value) : typeof value === "string" ? readText(value.trim()) : null;
  if (written === null) return null;
  return isMoment("exact" in written ? written.exact : written.wallMs) ? written : null;
}

/** Whether a text is a day without a time, which means the whole day. */
export const isDay = (value: unknown): boolean =>
  typeof value === "string" && /^\s*\d{4}-?\d\d-?\d\d\s*$/.test(value) && readMoment(value) !== null;

/**
 * The time that a written one means in `zone`: a time in a DST gap is moved by the gap; of a repeated time, the first
 * is used.
 */
export function momentOf(value: unknown, zone: string): EpochMs | null {
  const written = readMoment(value);
  if (written === null) return null;
  if ("exact" in written) return written.exact;
  const at = wallMoment(written.wallMs, zone);
  return at !== null && isMoment(at) ? at : null;
}

/** A wall clock's time for calendar arithmetic. */
export function toPlainDateTime(wallMs: EpochMs): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO("UTC").toPlainDateTime();
}

function wallMoment(wallMs: EpochMs, zone: string): EpochMs | null {
  if (zone === "UTC") return wallMs;
  try {
    return toPlainDateTime(wallMs).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return null;
  }
}

function readNumber(value: number): WrittenMoment | null {
  const size = Math.abs(value);
  if (size < FIRST_MILLISECONDS) return { exact: Math.round(value * 1_000) };
  return size < FIRST_MICROSECONDS ? { exact: Math.round(value) } : null;
}

function readText(text: string): WrittenMoment | null {
  const iso = readIsoText(text);
  if (iso === null) return null;
  const { wallMs, offsetMs, zone } = iso;
  if (offsetMs !== null) return isNamed(zone) ? { exact: wallMs - offsetMs } : null;
  if (zone === null) return { wallMs };
  const exact = wallMoment(wallMs, zone);
  return exact === null ? null : { exact };
}

/** A zone in addition to an offset changes nothing, but an unknown zone makes the text invalid. */
const isNamed = (zone: string | null): boolean => zone === null || wallMoment(0, zone) !== null;
