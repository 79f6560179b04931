import { parseDuration } from "#journey";
import { addDuration } from "../calendar/index.ts";
import type { Timer } from "../enrollment-state.ts";
import type { Execution } from "../execution.ts";

/** The timer of a node's `timeout`; none if the config has no timeout. */
export function timeoutOf(run: Execution, written: unknown, zone?: string): Timer[] {
  const duration = parseDuration(written);
  return duration === null ? [] : [["timeout", addDuration(run.enrollment.memory.armed, duration, zone ?? run.zone)]];
}
