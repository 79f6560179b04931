import type { EpochMs } from "./signal.ts";

/** When a person's date comes next for a DATE trigger (R55); a driver keeps one for each and sends it back when it is due. */
export type DatePlan = {
  readonly journeyId: string;
  readonly nodeId: string;
  /** `null` = never. */
  readonly at: EpochMs | null;
  /** Dates up to here have been dealt with. */
  readonly since: EpochMs;
  /** Tells the trait's value that it was planned by. */
  readonly basis: string;
  /** Tells the yearly starts of one person apart: the year of the anniversary; a single date has none. */
  readonly key: string | null;
};
