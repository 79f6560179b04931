import { parseDuration, type WaitConfig } from "#journey";
import { addDuration, waitOver } from "../calendar/index.ts";
import { type Behaviour, PARK, type Visit } from "../model.ts";
import { viewOf } from "../run/facts.ts";
import type { Timer } from "../run/trip-memory.ts";

/** The timer of a node's `timeout`, if it has one. */
export function timeoutOf(visit: Visit, fallback?: string): Timer[] {
  const duration = parseDuration(visit.state.program.config.timeout ?? fallback);
  return duration === null ? [] : [["timeout", addDuration(visit.armed, duration, visit.zone)]];
}

export const wait: Behaviour = {
  enter: () => PARK,
  holds: () => true,
  timers(visit) {
    const config = visit.state.program.config as WaitConfig;
    const due = waitOver(config, visit.armed, visit.zone, viewOf(visit.work, visit.trip).traits);
    const timers: Timer[] = due === null ? [] : [["next", due]];
    return config.timeout === undefined ? timers : [...timers, ...timeoutOf(visit)];
  },
};
