import { MINUTE_MS } from "#times";

const QUARTER_MS = 15 * MINUTE_MS;

/** The start of the quarter of an hour in which a time lies, both in ms. Days begin at one in every time zone. */
export const quarterOf = (at: number): number => Math.floor(at / QUARTER_MS) * QUARTER_MS;
