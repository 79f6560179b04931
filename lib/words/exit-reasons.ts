import { codeInWords } from "./sentence.ts";

type Words = {
  /** Behind a name or a status: “Stopped: the journey was archived”. */
  readonly label: string;
  /** Behind “they”. */
  readonly they: string;
};

/** Why enrollments end. */
export const EXIT_REASONS = {
  finished: { label: "reached the end", they: "completed it" },
  goal_reached: { label: "reached the goal", they: "reached the goal" },
  exit_condition: { label: "met an exit condition", they: "met an exit condition" },
  goal_deadline: { label: "did not reach the goal in time", they: "did not reach the goal before its deadline" },
  max_duration: { label: "reached the maximum duration", they: "were in it for its maximum duration" },
  stopped: { label: "stopped by hand", they: "were stopped" },
  restarted: { label: "restarted by entering again", they: "started again" },
  merged: { label: "merged into another person", they: "were merged with another person" },
  moved_out: {
    label: "removed when a newer version was published",
    they: "were removed when a new version was published",
  },
  journey_archived: { label: "the journey was archived", they: "left when the journey was archived" },
  erased: { label: "the person was erased", they: "were erased" },
  loop: { label: "looped without waiting", they: "reached a step twice without waiting, and failed" },
  step_failed: { label: "a step failed", they: "failed at a step" },
} as const satisfies Record<string, Words>;

export type ExitReason = keyof typeof EXIT_REASONS;

const WORDS: Readonly<Record<string, Words>> = EXIT_REASONS;

/** Why an enrollment ended, as a label. */
export const exitWords = (reason: string): string => WORDS[reason]?.label ?? codeInWords(reason);
