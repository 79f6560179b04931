import type { EpochMs } from "./signal.ts";

/**
 * A conversion: an enrollment reached a goal, at most once per enrollment and goal. `goalRevision` is the key of the
 * counted goal (R26, R52).
 */
export type Conversion = {
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly goalRevision: string;
  readonly at: EpochMs;
  readonly eventId: string | null;
  /** What it is worth, in the currency of the workspace, with four places at most; null = nothing is said. */
  readonly value: number | null;
};

/**
 * The first path that an enrollment took at a SPLIT; the enrollment keeps it. The person's first one is their exposure
 * (R54).
 */
export type SplitChoice = {
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly nodeId: string;
  readonly edgeId: string;
  /** Later enrollments of the person keep the path as well. */
  readonly sticky: boolean;
  readonly at: EpochMs;
};

/** Of people who are held out: by their journey, or by the workspace, so that they get no marketing in it. */
export const HOLDOUT_ARMS = ["entered", "no_marketing", "held_out"] as const;
export type HoldoutArm = (typeof HOLDOUT_ARMS)[number];

/** On which side of a holdout a person was when they first entered a journey, or would have; kept for ever (R54). */
export type HoldoutSide = { readonly journeyId: string; readonly arm: HoldoutArm; readonly at: EpochMs };

/** A goal that was reached without an enrollment: it counts for who was held out at `since` or later. */
export type HeldOutGoal = {
  readonly journeyId: string;
  readonly goalRevision: string;
  readonly since: EpochMs;
  readonly at: EpochMs;
};

/** Changes in this call to the counters of a node, or of an edge, which only counts `advanced` (R9, R36). */
export type CountDelta = {
  readonly journeyId: string;
  readonly versionId: string;
  readonly elementId: string;
  readonly entered: number;
  readonly advanced: number;
  readonly exited: number;
  readonly failed: number;
};

/** A running enrollment that changed version: its share of the totals moves to the new version (R36). */
export type EnrollmentMove = {
  readonly id: string;
  readonly journeyId: string;
  readonly fromVersionId: string;
  readonly toVersionId: string;
  readonly fromNodeId: string;
  readonly toNodeId: string;
};
