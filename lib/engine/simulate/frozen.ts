import type { Position } from "../advance-input.ts";

/** An enrollment without the timers of its node: only its limits end it by time. */
export function frozen(enrollment: Position): Position {
  const { deadline, max } = enrollment.state;
  const limits = [deadline, max].filter((limit) => limit !== undefined);
  return {
    ...enrollment,
    wakeAt: limits.length === 0 ? null : Math.min(...limits),
    state: { ...enrollment.state, timers: [] },
  };
}
