import { formatDuration, type UrlMatch } from "#journey";
import { MONTHS, sayValue } from "#words";
import { zoned } from "../calendar/clock.ts";
import type { EpochMs } from "../signal.ts";

const two = (part: number): string => String(part).padStart(2, "0");

/** `12 March 2026, 09:00` on the wall clock of `zone`. */
export function sayMoment(at: EpochMs, zone: string): string {
  const { day, month, year, hour, minute } = zoned(at, zone);
  return `${day} ${MONTHS[month - 1] ?? month} ${year}, ${two(hour)}:${two(minute)}`;
}

/** A filter of strict equality: `plan is “pro” and seats is 5`. */
export function sayFilter(filter: unknown): string {
  if (typeof filter !== "object" || filter === null) return "";
  return Object.entries(filter)
    .map(([key, value]) => `${key} is ${sayValue(value)}`)
    .join(" and ");
}

export function sayDuration(input: unknown): string {
  return typeof input === "number" ? `${input} ${input === 1 ? "day" : "days"}` : formatDuration(input);
}

const URL_WORDS: Readonly<Record<UrlMatch["matchType"], string>> = {
  contains: "contains",
  equals: "is",
  starts: "starts with",
  glob: "looks like",
  regex: "matches",
};

export function sayPage({ matchType, pattern }: UrlMatch): string {
  return `a page view whose address ${URL_WORDS[matchType]} “${pattern}”`;
}
