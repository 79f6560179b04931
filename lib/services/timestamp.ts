import * as z from "zod";

/** A point in time as the API prints it: ISO 8601 in UTC. */
export const Timestamp = z.iso.datetime();

/**
 * Raw SQL returns timestamps as text, drizzle as `Date`, documents contain milliseconds; all become ISO 8601. Times
 * outside the four-digit years become the first or last of these, so that one such row does not fail a whole list
 * (R47).
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
