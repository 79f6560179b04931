import type { AdvanceInput, FailedEnrollment } from "./advance-input.ts";
import type { RunningEnrollment } from "./model.ts";
import { prepare } from "./prepare.ts";
import type { EnrollmentState } from "./trip-memory.ts";

/** A stored enrollment made ready to work on; null when its version or journey was not handed in: it stays untouched. */
export function runningEnrollment(turn: AdvanceInput, enrollment: FailedEnrollment): RunningEnrollment | null {
  const program = turn.world.programs.get(enrollment.versionId);
  const journey = turn.world.journeys.get(enrollment.journeyId);
  if (program === undefined || journey === undefined) return null;
  return {
    enrollmentId: enrollment.enrollmentId,
    versionId: enrollment.versionId,
    instanceKey: enrollment.instanceKey,
    epoch: enrollment.epoch,
    enrolledAt: enrollment.enrolledAt,
    journey,
    prepared: prepare(program),
    seq: enrollment.seq,
    nodeId: enrollment.nodeId,
    memory: { ...(enrollment.state as EnrollmentState) },
    touched: false,
    ended: false,
    hops: [],
  };
}

/** Puts an enrollment among the others in the order of `enrolledAt`, then id (R18). */
export function place(enrollments: RunningEnrollment[], enrollment: RunningEnrollment): void {
  const later = enrollments.findIndex((other) => byEntry(other, enrollment) > 0);
  if (later < 0) enrollments.push(enrollment);
  else enrollments.splice(later, 0, enrollment);
}

export function byEntry(left: RunningEnrollment, right: RunningEnrollment): number {
  return left.enrolledAt - right.enrolledAt || (left.enrollmentId < right.enrollmentId ? -1 : 1);
}
