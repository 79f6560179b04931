import type { Execution } from "../execution.ts";
import type { Pending, Work } from "../model.ts";

/** Logs a chain of effects that exceeded its limit; the effect triggers nothing (R22). */
export function alertDepth(work: Work, item: Pending): void {
  const { at, kind, root } = item;
  work.out.alerts.push({ code: "depth_limit", journeyId: null, enrollmentId: null, at, detail: { kind, root } });
}

/** Logs a hold that cannot keep more signals (R32). */
export function alertHeld({ work, enrollment, at }: Execution, eventName: string): void {
  const { journey, enrollmentId } = enrollment;
  work.out.alerts.push({ code: "held_limit", journeyId: journey.id, enrollmentId, at, detail: { event: eventName } });
}
