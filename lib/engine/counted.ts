import type { EpochMs } from "./signal.ts";

/** A goal reached, once for each enrollment; `goalRevision` is the key of the goal that counted (R26, R52). */
export type Conversion = {
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly goalRevision: string;
  readonly at: EpochMs;
  readonly eventId: string | null;
};

/** The first time an enrollment came through a SPLIT: the path it took, and keeps; the person's first is their exposure (R54). */
export type SplitChoice = {
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly nodeId: string;
  readonly edgeId: string;
  /** The person keeps it on later enrollments too. */
  readonly sticky: boolean;
  readonly at: EpochMs;
};

/** Visits of one node in this turn; of one edge its passages (`advanced`) (R9, R36). */
export type CountDelta = {
  readonly journeyId: string;
  readonly versionId: string;
  readonly elementId: string;
  readonly entered: number;
  readonly advanced: number;
  readonly exited: number;
  readonly failed: number;
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
