const DAY_MS = 86_400_000;

/** ISO 8601 calendar dates, extended or basic, with or without a time, an offset and a zone. */
const ISO =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?\s?(Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d(?::?[0-5]\d)?)?)?)?(?:\[!?([A-Za-z][\w/+-]*)\])?$/i;

/** A parsed text: the wall-clock time, as if it were in UTC, and its offset or zone. */
export type IsoText = { readonly wallMs: number; readonly offsetMs: number | null; readonly zone: string | null };

/** Parses a text without any clock or zone; null for anything else, also for days and times that do not exist. */
export function readIsoText(text: string): IsoText | null {
  const parts = ISO.exec(text);
  if (!parts) return null;
  const [, , , , , , , fraction = "", offset, zone] = parts;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map((part = "0") => +part);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 60) return null;
  // A leap second is read as the second before it.
  const clock = (hour * 60 + minute) * 60 + Math.min(second, 59);
  return {
    wallMs: daysSince1970(year, month, day) * DAY_MS + clock * 1_000 + Number(fraction.padEnd(3, "0").slice(0, 3)),
    offsetMs: offset === undefined ? null : readOffset(offset),
    zone: zone ?? null,
  };
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

function readOffset(offset: string): number {
  if (/^z$/i.test(offset)) return 0;
  const digits = offset.replaceAll(/\D/g, "");
  const [hours, minutes, seconds] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)].map(Number);
  const size = ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000 + (seconds ?? 0) * 1_000;
  return offset.startsWith("-") ? -size : size;
}
