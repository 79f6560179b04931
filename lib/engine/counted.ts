import type { Instant } from "./signal.ts";

/** A goal reached, once for each trip (R26). */
export type Conversion = {
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly goalRevision: string;
  readonly at: Instant;
  readonly eventId: string | null;
};

/** The first time a trip came through a SPLIT: the path it took, and keeps. */
export type SplitChoice = {
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly nodeId: string;
  readonly edgeId: string;
  /** The person keeps it on later trips too. */
  readonly sticky: boolean;
  readonly at: Instant;
};

/**
 * Visits of one node in this turn; of one edge its passages (`advanced`), and at a SPLIT the trips that took it (`entered`)
 * and their goals (`converted`) (R9, R36).
 */
export type CountDelta = {
  readonly journeyId: string;
  readonly versionId: string;
  readonly elementId: string;
  readonly entered: number;
  readonly advanced: number;
  readonly exited: number;
  readonly failed: number;
  readonly converted: number;
};

/** A running enrollment that changed version: its totals go along (R36). */
export type EnrollmentMove = {
  readonly id: string;
  readonly journeyId: string;
  readonly fromVersionId: string;
  readonly toVersionId: string;
  readonly fromNodeId: string;
  readonly toNodeId: string;
};
