import type { EnrollmentStatus } from "#data";

export const ENROLLMENT_WORDS: Record<EnrollmentStatus, string> = {
  ACTIVE: "Active",
  COMPLETED: "Completed",
  STOPPED: "Stopped",
  FAILED: "Failed",
  ARCHIVED: "Hidden",
};

const EXIT_WORDS: Record<string, string> = {
  finished: "reached the end",
  goal_reached: "reached the goal",
  exit_condition: "met an exit condition",
  goal_deadline: "ran out of time for the goal",
  max_duration: "stayed for the longest time allowed",
  stopped: "stopped by hand",
  restarted: "started over by entering again",
  merged: "merged into another person",
  moved_out: "moved out by a newer version",
  journey_archived: "the journey was archived",
  erased: "the person was erased",
  loop: "went round in a loop",
  step_failed: "a step failed",
};

/** Why an enrollment ended, in words. */
export const exitWords = (reason: string) => EXIT_WORDS[reason] ?? reason.replaceAll("_", " ");
