import type { EnrollmentState } from "./enrollment-state.ts";
import type { EpochMs } from "./signal.ts";

/**
 * The position of one running enrollment: one row of `positions`. Only the engine reads `state`; the driver stores it
 * unchanged.
 */
export type Position = {
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly instanceKey: string;
  readonly epoch: number;
  readonly enrolledAt: EpochMs;
  /** Number of signals that have moved the enrollment. */
  readonly seq: number;
  /** The node the person stands on. */
  readonly nodeId: string;
  /** The earliest time of all armed timers; `null` = no timer is armed, or a pause holds them. */
  readonly wakeAt: EpochMs | null;
  readonly state: StoredState;
};

/** JSON the engine keeps between signals; only the engine reads inside it. */
export type StoredState = EnrollmentState;
