import type { Pending, RunningEnrollment, Work } from "../model.ts";
import type { EpochMs } from "../signal.ts";

/** A chain of effects that went past its limit: logged, and it triggers nothing (R22). */
export function alertDepth(work: Work, item: Pending): void {
  work.out.alerts.push({
    code: "depth_limit",
    journeyId: null,
    enrollmentId: null,
    at: item.at,
    detail: { kind: item.kind, root: item.root },
  });
}

/** A hold that cannot keep more signals (R32). */
export function alertHeld(work: Work, enrollment: RunningEnrollment, at: EpochMs, eventName: string): void {
  work.out.alerts.push({
    code: "held_limit",
    journeyId: enrollment.journey.id,
    enrollmentId: enrollment.enrollmentId,
    at,
    detail: { event: eventName },
  });
}
