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
  goal_deadline: "did not reach the goal in time",
  max_duration: "reached the maximum duration",
  stopped: "stopped by hand",
  restarted: "restarted by entering again",
  merged: "merged into another person",
  moved_out: "removed when a newer version was published",
  journey_archived: "the journey was archived",
  erased: "the person was erased",
  loop: "looped without waiting",
  step_failed: "a step failed",
};

/** Why an enrollment ended, in words. */
export const exitWords = (reason: string) => EXIT_WORDS[reason] ?? reason.replaceAll("_", " ");
