import type { Position } from "../advance-input.ts";

/** Removes the timers of the node from an enrollment, so that only its limits can end it by time. */
export function frozen(enrollment: Position): Position {
  const { deadline, max } = enrollment.state;
  const limits = [deadline, max].filter((limit) => limit !== undefined);
  return {
    ...enrollment,
    wakeAt: limits.length === 0 ? null : Math.min(...limits),
    state: { ...enrollment.state, timers: [] },
  };
}
