import * as z from "zod";

/** A point in time as the API prints it: ISO 8601 in UTC. */
export const Moment = z.iso.datetime();

/** Raw SQL hands timestamps back as text, drizzle as `Date`; both become ISO 8601. */
export const iso = (value: Date | string): string => new Date(value).toISOString();
export const isoOrNull = (value: Date | string | null): string | null => (value === null ? null : iso(value));
