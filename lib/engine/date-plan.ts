import type { EpochMs } from "./signal.ts";

/**
 * The next date of a person for a DATE trigger (R55). The driver stores one plan per person and trigger, and sends it
 * back as a signal when it is due.
 */
export type DatePlan = {
  readonly journeyId: string;
  readonly nodeId: string;
  /** `null` = never. */
  readonly at: EpochMs | null;
  /** Dates up to this time (epoch ms) have been processed. */
  readonly since: EpochMs;
  /** Hash of the trait's value from which the plan was computed. */
  readonly basis: string;
  /** Distinguishes the yearly starts of one person: the year of the anniversary; null for a single date. */
  readonly key: string | null;
};
