const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

const numbers = new Intl.NumberFormat("en-GB");
const compact = new Intl.NumberFormat("en-GB", { notation: "compact", maximumFractionDigits: 1 });
// Numeric, because "tomorrow" would be wrong for most times that are 40 hours ahead.
const relative = new Intl.RelativeTimeFormat("en-GB", { numeric: "always" });

export const formatNumber = (value: number) => numbers.format(value);

/** `12.4k` from ten thousand on; below that every person counts. */
export const formatCompact = (value: number) =>
  Math.abs(value) < 10_000 ? numbers.format(value) : compact.format(value);

/** An amount in a currency such as EUR; without one, or with one that this browser does not know, as a number. */
export function formatMoney(value: number, currency: string | null): string {
  if (currency === null) return numbers.format(value);
  try {
    return new Intl.NumberFormat("en-GB", { style: "currency", currency }).format(value);
  } catch {
    return `${numbers.format(value)} ${currency}`;
  }
}

/** An amount for a small place: whole from a thousand on, in millions from a million on. */
export function formatMoneyShort(value: number, currency: string | null): string {
  const large = Math.abs(value) >= 1_000_000;
  const options = large ? ({ notation: "compact", maximumFractionDigits: 2 } as const) : { maximumFractionDigits: 0 };
  if (Math.abs(value) < 1_000) return formatMoney(value, currency);
  try {
    const money = currency === null ? {} : ({ style: "currency", currency } as const);
    return new Intl.NumberFormat("en-GB", { ...money, ...options }).format(value);
  } catch {
    return `${new Intl.NumberFormat("en-GB", options).format(value)} ${currency}`;
  }
}

/** A share as a percentage; "–" when there is nothing to take a share of. */
export function formatShare(part: number, whole: number): string {
  if (whole <= 0) return "–";
  const share = (part / whole) * 100;
  if (share > 0 && share < 0.1) return "<0.1%";
  return `${share >= 99.95 || share === 0 ? Math.round(share) : share.toFixed(share < 10 ? 1 : 0)}%`;
}

/** "3 people", "1 person". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

export const peopleCount = (count: number) => countOf(count, "person", "people");

/** "3 minutes ago", "in 2 days". Both ends in milliseconds since the epoch. */
export function formatRelative(at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000);
  const size = Math.abs(seconds);
  if (size < 5) return "just now";
  if (size < 60) return relative.format(seconds, "second");
  for (const [unit, length] of UNITS) {
    if (size < length) continue;
    const units = seconds / length;
    return relative.format(unit === "hour" || unit === "minute" ? Math.trunc(units) : Math.round(units), unit);
  }
  return relative.format(seconds, "second");
}

/** "21 Nov 2026, 09:14:05" in the given zone; in UTC, and said so, where this browser does not know it. */
export function formatMoment(at: string | number, timeZone?: string): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: "medium", timeStyle: "medium" };
  try {
    return new Intl.DateTimeFormat("en-GB", { ...options, ...(timeZone ? { timeZone } : {}) }).format(new Date(at));
  } catch {
    return `${new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(new Date(at))} UTC`;
  }
}

/** "2 d 4 h", "35 s": the two largest units of a length in seconds. */
export function formatSpan(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return "–";
  if (seconds < 1) return seconds <= 0 ? "0 s" : "<1 s";
  let rest = Math.round(seconds);
  const parts: string[] = [];
  for (const [unit, length] of [
    ["d", 86_400],
    ["h", 3_600],
    ["min", 60],
    ["s", 1],
  ] as const) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push(`${count} ${unit}`);
    if (parts.length === 2 || (parts.length === 1 && count === 0)) break;
  }
  return parts.join(" ");
}
