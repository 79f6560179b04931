import { formatDuration, type UrlMatch } from "#journey";
import { zoned } from "../calendar/clock.ts";
import type { EpochMs } from "../signal.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const LONGEST = 80;

const two = (part: number): string => String(part).padStart(2, "0");

/** `12 March 2026, 09:00` on the wall clock of `zone`. */
export function sayMoment(at: EpochMs, zone: string): string {
  const { day, month, year, hour, minute } = zoned(at, zone);
  return `${day} ${MONTHS[month - 1] ?? month} ${year}, ${two(hour)}:${two(minute)}`;
}

/** A JSON value as people would write it. */
export function sayValue(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (typeof value === "string") return `“${value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}”`;
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(sayValue).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** `traits.plan` → `trait plan`; what is not known is said as it is written. */
export function sayField(path: string): string {
  const bare = path.startsWith("person.") ? path.slice("person.".length) : path;
  const words: readonly [prefix: string, words: string][] = [
    ["traits.", "trait"],
    ["event.properties.", "the event's"],
    ["trigger.properties.", "the starting event's"],
  ];
  for (const [prefix, word] of words) if (bare.startsWith(prefix)) return `${word} ${bare.slice(prefix.length)}`;
  return bare;
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

/** `a`, `a and b`, `a, b and c`. */
export function sayList(parts: readonly string[], word = "and"): string {
  if (parts.length <= 1) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}

/** The first letter large, a full stop at the end. */
export function sentence(text: string): string {
  const full = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.!?]$/.test(full) ? full : `${full}.`;
}
