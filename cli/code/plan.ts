import type { Difference } from "./differences.ts";
import type { Finding } from "./finding.ts";
import type { Native } from "./server-journey.ts";

/** How many people a plan touches, by the steps on which they are. */
export type HeadCount = {
  readonly inside: number;
  readonly steps: readonly { readonly name: string; readonly people: number }[];
};

/** What is to become of one journey. */
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
  /** What the file says, with what it leaves out taken from the server; null where it is archived. */
  readonly content: Native | null;
  readonly people: HeadCount | null;
  /** What was changed on the server since the file was pulled, in words. */
  readonly moved: readonly string[];
};

export const PLAN_FORMAT = "sojourn-plan";

export type Plan = {
  readonly format: typeof PLAN_FORMAT;
  readonly version: 1;
  readonly madeAt: string;
  readonly journeys: readonly PlannedJourney[];
};

/** A plan, and what is wrong with the files; a plan with findings is not applied. */
export type Planned = { readonly plan: Plan; readonly findings: readonly Finding[] };

export const changesOf = ({ journeys }: Plan): PlannedJourney[] => journeys.filter(({ change }) => change !== "none");
