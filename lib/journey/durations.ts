import { ByteCache } from "#caches";

/** Calendar units move the wall clock, clock units are exact. All parts are whole numbers of at least 0. */
export type Duration = {
  readonly years?: number;
  readonly months?: number;
  readonly weeks?: number;
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
};

export const DURATION_UNITS = ["years", "months", "weeks", "days", "hours", "minutes", "seconds"] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

const LETTERS: Readonly<Record<string, DurationUnit>> = {
  s: "seconds",
  m: "minutes",
  h: "hours",
  d: "days",
  w: "weeks",
};
const SECONDS: Readonly<Record<DurationUnit, number>> = {
  years: 31_536_000,
  months: 2_592_000,
  weeks: 604_800,
  days: 86_400,
  hours: 3_600,
  minutes: 60,
  seconds: 1,
};
const MOST_SECONDS = 100 * SECONDS.years;
const LONGEST_TEXT = 200;

/**
 * Parses every notation of a duration: `30m`, `1d2h`, a number of minutes, `{duration, unit}`, `{years … seconds}`.
 * Returns null for anything else, and for more than a hundred years.
 */
export function parseDuration(input: unknown): Duration | null {
  if (typeof input !== "string") return bounded(read(input));
  if (input.length > LONGEST_TEXT) return null;
  const known = texts.get(input);
  if (known !== undefined) return known;
  const duration = bounded(readText(input.trim()));
  texts.set(input, duration);
  return duration;
}

/** The engine parses the same few texts for every person; callers never change the cached results. */
const texts = new ByteCache<Duration | null>(1024 * 1024, () => 200);

function bounded(duration: Duration | null): Duration | null {
  return duration !== null && durationSeconds(duration) <= MOST_SECONDS ? duration : null;
}

function read(input: unknown): Duration | null {
  if (typeof input === "number") return whole(input) ? { minutes: input } : null;
  if (typeof input !== "object" || input === null || Array.isArray(input)) return null;
  return "unit" in input ? readPair(input) : readParts(input);
}

const PART = /(\d{1,12})\s*(years?|months?|weeks?|days?|hours?|minutes?|seconds?|[smhdw])/g;

function readText(text: string): Duration | null {
  if (/^\d{1,12}$/.test(text)) return { minutes: Number(text) };
  if (text.replace(PART, "").trim() !== "") return null;
  const parts: Partial<Record<DurationUnit, number>> = {};
  for (const [, amount, word = ""] of text.matchAll(PART)) {
    const unit = unitOf(word);
    if (unit === null || parts[unit] !== undefined) return null;
    parts[unit] = Number(amount);
  }
  return Object.keys(parts).length > 0 ? parts : null;
}

function unitOf(word: string): DurationUnit | null {
  return LETTERS[word] ?? DURATION_UNITS.find((name) => name === word || name === `${word}s`) ?? null;
}

function readPair(input: object & Record<"unit", unknown>): Duration | null {
  const { unit } = input;
  const amount: unknown = "duration" in input ? input.duration : "value" in input ? input.value : undefined;
  if (typeof unit !== "string" || !whole(amount)) return null;
  const plural = unitOf(unit.toLowerCase());
  return plural === null ? null : { [plural]: amount };
}

function readParts(input: object): Duration | null {
  const parts: Partial<Record<DurationUnit, number>> = {};
  const entries = Object.entries(input);
  if (entries.length === 0) return null;
  for (const [key, amount] of entries) {
    const unit = DURATION_UNITS.find((name) => name === key);
    if (unit === undefined || !whole(amount)) return null;
    parts[unit] = amount;
  }
  return parts;
}

function whole(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** Approximate length in seconds (a month is 30 days): for comparisons and limits, never for timers. */
export function durationSeconds(duration: Duration): number {
  return DURATION_UNITS.reduce((sum, unit) => sum + (duration[unit] ?? 0) * SECONDS[unit], 0);
}

/** True when the duration has calendar units, so that its length depends on the time zone. */
export function isCalendarDuration(duration: Duration): boolean {
  return Boolean(duration.years || duration.months || duration.weeks || duration.days);
}

/**
 * The stored and printed notation: `45` → `45m`. Years and months are written as words, because no letters are free for
 * them.
 */
export function formatDuration(input: unknown): string {
  const duration = parseDuration(input);
  if (duration === null) return String(input);
  const words: string[] = [];
  for (const unit of ["years", "months"] as const) {
    const amount = duration[unit];
    if (amount) words.push(`${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`);
  }
  const letters = Object.entries(LETTERS)
    .reverse()
    .map(([letter, unit]) => (duration[unit] ? `${duration[unit]}${letter}` : ""))
    .join("");
  if (letters !== "") words.push(letters);
  return words.length > 0 ? words.join(" ") : "0s";
}

/** The printed notation of an offset: `-1d`, `+2h`. */
export function formatOffset(input: unknown): string {
  const offset = parseOffset(input);
  return offset === null ? String(input) : `${offset.sign < 0 ? "-" : "+"}${formatDuration(offset.duration)}`;
}

/** Parses an offset from a date, a signed duration such as `-1d` or `5d`; null for anything else. */
export function parseOffset(input: unknown): { readonly sign: 1 | -1; readonly duration: Duration } | null {
  if (typeof input === "string" && /^[+-]/.test(input.trim())) {
    const text = input.trim();
    const duration = parseDuration(text.slice(1));
    return duration && { sign: text.startsWith("-") ? -1 : 1, duration };
  }
  if (typeof input === "number" && input < 0) {
    const duration = parseDuration(-input);
    return duration && { sign: -1, duration };
  }
  const duration = parseDuration(input);
  return duration && { sign: 1, duration };
}
