import { Temporal } from "temporal-polyfill";
import { readIsoText } from "./iso-text.ts";

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;

/**
 * A moment as it was written: exact, or a wall clock's time that means a moment only in a zone. `wallMs` is what it would be
 * in UTC.
 */
export type WrittenMoment = { readonly exact: EpochMs } | { readonly wallMs: EpochMs };

/** 1 January 1900 and the end of 9999: what every reader, the database and people's calendars agree on (R47). */
export const FIRST_MOMENT: EpochMs = -2_208_988_800_000;
export const LAST_MOMENT: EpochMs = 253_402_300_799_999;

/**
 * Numbers below are seconds (the year 2103), from there on milliseconds, so that births of 1970 are not read as seconds;
 * from 10^14 on they are microseconds, or no times at all (R48).
 */
const FIRST_MILLISECONDS = 4_200_000_000;
const FIRST_MICROSECONDS = 100_000_000_000_000;

export const isMoment = (at: number): boolean => at >= FIRST_MOMENT && at <= LAST_MOMENT;

/**
 * The one reader of moments (R48): ISO 8601 text, with `T` or a space, where any offset (`Z`, `+02`, `+0200`, `+02:00`) or
 * zone in brackets makes it exact; a number of seconds or milliseconds since 1970. Null for anything else, also for days
 * that do not exist and for years before 1900 or after 9999: never a guess, never the zone of the host.
 */
export function readMoment(value: unknown): WrittenMoment | null {
  const written =
    typeof value === "number" ? readNumber(value) : typeof value === "string" ? readText(value.trim()) : null;
  if (written === null) return null;
  return isMoment("exact" in written ? written.exact : written.wallMs) ? written : null;
}

/** Whether a text is a day without a time: the whole day is meant, not its first moment. */
export const isDay = (value: unknown): boolean =>
  typeof value === "string" && /^\s*\d{4}-?\d\d-?\d\d\s*$/.test(value) && readMoment(value) !== null;

/** The moment that a written one means in `zone`: a time in a gap of its clocks moves on by the gap, one shown twice is the first. */
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

/** A zone beside an offset changes nothing, but one that does not exist makes the text none. */
const isNamed = (zone: string | null): boolean => zone === null || wallMoment(0, zone) !== null;
