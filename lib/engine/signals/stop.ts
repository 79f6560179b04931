import { Execution, type Occurrence } from "../execution.ts";
import type { RunningEnrollment } from "../model.ts";
import type { Signal } from "../signal.ts";

type Stop = Extract<Signal, { kind: "stop" }>;

/** Ends the enrollments that the signal names. */
export function takeStop(what: Occurrence, signal: Stop): void {
  for (const enrollment of what.advanceState.enrollments) {
    if (enrollment.ended || !isMeant(signal, enrollment)) continue;
    const run = new Execution(what, enrollment);
    run.cutShort({ status: "stopped", reason: signal.reason, cause: "stop" });
    run.commit();
  }
}

/** The signal names one enrollment, the enrollments of a journey, or (without both) all enrollments of the person. */
function isMeant(signal: Stop, enrollment: RunningEnrollment): boolean {
  if (signal.enrollmentId !== undefined) return signal.enrollmentId === enrollment.enrollmentId;
  return signal.journeyId === undefined || signal.journeyId === enrollment.journey.id;
}
