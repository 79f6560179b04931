import type { Execution } from "../execution.ts";
import type { AdvanceState, Pending } from "../model.ts";

/** Logs a chain of effects that exceeded its limit; the effect triggers nothing (R22). */
export function alertDepth(advanceState: AdvanceState, item: Pending): void {
  const { at, kind, root } = item;
  advanceState.out.alerts.push({
    code: "depth_limit",
    journeyId: null,
    enrollmentId: null,
    at,
    detail: { kind, root },
  });
}

/** Logs a hold that cannot keep more signals (R32). */
export function alertHeld({ advanceState, enrollment, at }: Execution, eventName: string): void {
  const { journey, enrollmentId } = enrollment;
  advanceState.out.alerts.push({
    code: "held_limit",
    journeyId: journey.id,
    enrollmentId,
    at,
    detail: { event: eventName },
  });
}
