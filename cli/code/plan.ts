import type { Difference } from "./differences.ts";
import type { Fate, FileMigration, Head } from "./file-head.ts";
import type { Finding } from "./finding.ts";
import type { Native } from "./server-journey.ts";
import type { Tolerance } from "./tolerance.ts";

/** People on a step of a version, and what happens to them. */
export type StepCount = {
  readonly name: string;
  /** Null where the step is counted in all versions. */
  readonly version: number | null;
  readonly people: number;
  readonly change: "same" | "changed" | "removed";
  readonly fate: Fate;
  /** The step of the new version to which they move. */
  readonly to: string | null;
  readonly timers: "keep" | "recompute" | null;
  readonly dueAtOnce: number;
};

/** How many people a plan touches, by the steps on which they are. */
export type HeadCount = {
  readonly inside: number;
  readonly stay: number;
  readonly move: number;
  readonly leave: number;
  /** Of those who move: how many continue or are sent something at once. */
  readonly dueAtOnce: number;
  readonly steps: readonly StepCount[];
};

/** What is to happen to one journey. */
export type PlannedJourney = {
  readonly key: string;
  readonly file: string;
  readonly change: "create" | "update" | "archive" | "none";
  readonly differences: readonly Difference[];
  /** The journey on the server as the plan saw it; null = there was none. */
  readonly present: {
    readonly id: string;
    readonly revision: number;
    readonly status: string;
    readonly native: Native;
  } | null;
  /** What the journey is to be; null where it is archived. */
  readonly content: Native | null;
  /** What the file says beside the journey. */
  readonly head: Head;
  readonly people: HeadCount | null;
  /** What happens to the people inside, where that was said; null = everybody stays. */
  readonly migration: FileMigration | null;
  /** What was changed on the server since the file was pulled, in words. */
  readonly moved: readonly string[];
  /** Parts that the file and the server changed differently since. */
  readonly conflicts: readonly string[];
  /** Whether parts of the server were merged in, so that applying it writes the file too. */
  readonly isMerged: boolean;
  /** Why nothing of it may be applied, whatever is forced: another source of truth. */
  readonly blocked: string | null;
  /** What to know besides. */
  readonly notes: readonly string[];
};

export const PLAN_FORMAT = "sojourn-plan";
export const PLAN_VERSION = 2;

export type Plan = {
  readonly format: typeof PLAN_FORMAT;
  readonly version: typeof PLAN_VERSION;
  readonly madeAt: string;
  /** How far the head-counts may drift until the plan is void. */
  readonly tolerance: Tolerance;
  readonly journeys: readonly PlannedJourney[];
};

/** A plan, and what is wrong with the files; a plan with findings is not applied. */
export type Planned = { readonly plan: Plan; readonly findings: readonly Finding[] };

export const changesOf = ({ journeys }: Plan): PlannedJourney[] => journeys.filter(({ change }) => change !== "none");
