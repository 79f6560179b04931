import { addDuration } from "../calendar/index.ts";
import type { Instant } from "../signal.ts";
import { viewOf, zoneOf } from "./facts.ts";
import { afterHolds, isHeld } from "./pausing.ts";
import type { Timer } from "./trip-memory.ts";
import type { LiveTrip, Work } from "./work.ts";

/** What falls due next on a trip; in this order when at one instant (R18). */
export type Due = {
  readonly at: Instant;
  readonly what: "deadline" | "max" | "node" | "recheck";
  readonly key: string;
};

/** Timers of the node the trip stands on, races behind the node's own; counted from when it was armed. */
export function nodeTimers(work: Work, trip: LiveTrip, at: Instant): Timer[] {
  const state = trip.prepared.states.get(trip.nodeId);
  if (state === undefined) return [];
  const { armed } = trip.memory;
  const zone = zoneOf(work, viewOf(work, trip), trip.prepared);
  const own = trip.memory.spent ? [] : (state.behaviour.timers?.({ work, trip, state, at, armed, zone }) ?? []);
  const timers = [...own];
  for (const race of state.races) {
    if (race.delay !== null) timers.push([`#${race.exit.edgeId}`, addDuration(armed, race.delay, zone)]);
  }
  return timers;
}

/** Arms the goal's deadline and maxDuration, both from enrollment (R20). */
export function armLimits(work: Work, trip: LiveTrip): void {
  const { memory, prepared, enrolledAt } = trip;
  const days = prepared.goal?.deadlineDays ?? null;
  const zone = zoneOf(work, viewOf(work, trip), prepared);
  if (days !== null && memory.reached !== true) memory.deadline = addDuration(enrolledAt, { days }, zone);
  if (prepared.maxDuration !== null) memory.max = addDuration(enrolledAt, prepared.maxDuration, zone);
}

/** The earliest of everything armed, holds considered; null = nothing, or held. */
export function nextDue(trip: LiveTrip): Due | null {
  if (isHeld(trip)) return null;
  const { memory, journey, enrolledAt } = trip;
  let next: Due | null = null;
  const offer = (due: Instant | undefined, from: Instant, mode: "fire" | "shift", what: Due["what"], key: string) => {
    if (due === undefined) return;
    const at = journey.pauses.length === 0 ? due : afterHolds(due, from, journey, mode);
    if (Number.isFinite(at) && (next === null || at < next.at)) next = { at, what, key };
  };
  offer(memory.deadline, enrolledAt, "shift", "deadline", "");
  offer(memory.max, enrolledAt, "shift", "max", "");
  for (const [key, due] of memory.timers) offer(due, memory.armed, journey.onResume, "node", key);
  offer(memory.recheck, memory.armed, "fire", "recheck", "");
  return next;
}
