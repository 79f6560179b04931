import { Temporal } from "temporal-polyfill";
import type { Instant } from "../signal.ts";

/** Numbers smaller than this count seconds (the year 2103), from here on milliseconds (R48). */
const SECONDS_BELOW = 4_200_000_000;
const MILLISECONDS_BELOW = 100_000_000_000_000;
const DAY = 86_400_000;
const YEAR_1900 = -2_208_988_800_000;
const YEAR_10000 = 253_402_300_800_000;

const ISO =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?\s?(Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d(?::?[0-5]\d)?)?)?)?(?:\[!?([A-Za-z][\w/+-]*)\])?$/i;

/**
 * The moment a client means by an event's time: ISO 8601, or a number since 1970. Any offset or bracketed zone counts and
 * none means UTC, never the zone of the machine. `null` = it cannot be read; nothing is guessed (R48).
 */
export function readEventTime(value: unknown): Instant | null {
  const at = typeof value === "number" ? fromNumber(value) : typeof value === "string" ? fromText(value.trim()) : null;
  return at !== null && at >= YEAR_1900 && at < YEAR_10000 ? at : null;
}

function fromNumber(value: number): Instant | null {
  const size = Math.abs(value);
  if (size < SECONDS_BELOW) return Math.round(value * 1_000);
  return size < MILLISECONDS_BELOW ? Math.round(value) : null;
}

function fromText(text: string): Instant | null {
  const parts = ISO.exec(text);
  if (!parts) return null;
  const [, , , , , , , fraction = "", offset, zone] = parts;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map((part = "0") => +part);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 60) return null;
  // A leap second is taken for the one before it.
  const clock = (hour * 60 + minute) * 60 + Math.min(second, 59);
  const local = daysSince1970(year, month, day) * DAY + clock * 1_000 + Number(fraction.padEnd(3, "0").slice(0, 3));
  if (offset !== undefined) return local - offsetMs(offset);
  return zone === undefined ? local : inZone(local, zone);
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Days of the Gregorian calendar, counted in years that begin in March so that a leap day is the last of its year. */
function daysSince1970(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

function offsetMs(offset: string): number {
  if (/^z$/i.test(offset)) return 0;
  const digits = offset.replaceAll(/\D/g, "");
  const [hours, minutes, seconds] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)].map(Number);
  const size = ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000 + (seconds ?? 0) * 1_000;
  return offset.startsWith("-") ? -size : size;
}

/** The moment at which the clocks of `zone` show what UTC shows at `local`. */
function inZone(local: Instant, zone: string): Instant | null {
  try {
    const shown = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO("UTC").toPlainDateTime();
    return shown.toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return null;
  }
}
