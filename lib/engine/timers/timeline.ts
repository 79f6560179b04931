import { MOST_SHARED_STEPS, shareSteps } from "../expressions/index.ts";
import type { AdvanceState, RunningEnrollment } from "../model.ts";
import type { EpochMs } from "../signal.ts";
import { drain } from "../signals/consequences.ts";
import { dueAt, nextDue } from "./due.ts";
import { fire } from "./fire.ts";

/** Fires every timer of the person that is due before `limit` (epoch ms), earliest first, including newly armed ones (R19). */
export function fireTimersBefore(advanceState: AdvanceState, limit: EpochMs): void {
  for (;;) {
    const enrollment = earliest(advanceState.enrollments, limit);
    const due = enrollment === null ? null : nextDue(enrollment);
    if (enrollment === null || due === null) return;
    shareSteps(MOST_SHARED_STEPS);
    drain(fire(advanceState, enrollment, due, Math.max(due.at, enrollment.memory.at)));
  }
}

/** Enrollments are ordered by `enrolledAt`, then id, so the first one wins among equal times. */
function earliest(enrollments: readonly RunningEnrollment[], limit: EpochMs): RunningEnrollment | null {
  let best: RunningEnrollment | null = null;
  let least = limit;
  for (const enrollment of enrollments) {
    if (enrollment.ended) continue;
    const at = dueAt(enrollment);
    if (at >= least) continue;
    least = at;
    best = enrollment;
  }
  return best;
}
