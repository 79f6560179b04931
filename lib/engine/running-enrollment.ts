import type { AdvanceInput, FailedEnrollment } from "./advance-input.ts";
import type { RunningEnrollment } from "./model.ts";
import { prepare } from "./prepare.ts";

/**
 * Prepares a stored enrollment for a call of advance; null when its version or journey is not in the input: the
 * enrollment is then left unchanged.
 */
export function runningEnrollment(input: AdvanceInput, enrollment: FailedEnrollment): RunningEnrollment | null {
  const program = input.snapshot.programs.get(enrollment.versionId);
  const journey = input.snapshot.journeys.get(enrollment.journeyId);
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
    memory: { ...enrollment.state },
    touched: false,
    ended: false,
    hops: [],
  };
}
