import * as z from "zod";

/** A point in time as the API prints it: ISO 8601 in UTC. */
export const Timestamp = z.iso.datetime();

/**
 * Raw SQL hands timestamps back as text, drizzle as `Date`, documents hold milliseconds; all become ISO 8601. What lies
 * outside of its four-digit years is shown as their first or last moment: one such row must not fail a whole list (R47).
 */
export function iso(value: Date | string | number): string {
  const date = new Date(value);
  const at = date.getTime();
  if (at >= FIRST && at <= LAST) return date.toISOString();
  const isEarly = at < FIRST || (typeof value === "string" && /^-| BC$/.test(value));
  return new Date(isEarly ? FIRST : LAST).toISOString();
}

const FIRST = Date.parse("0000-01-01T00:00:00.000Z");
const LAST = Date.parse("9999-12-31T23:59:59.999Z");

export const isoOrNull = (value: Date | string | null): string | null => (value === null ? null : iso(value));
