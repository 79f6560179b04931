import { isMoment, LAST_MOMENT } from "#times";
import { addDuration } from "../calendar/index.ts";
import type { Timer } from "../enrollment-state.ts";
import type { Execution } from "../execution.ts";
import type { AdvanceState, RunningEnrollment } from "../model.ts";
import { afterHolds, isHeld } from "../pauses/pause.ts";
import { viewOf, zoneOf } from "../person/rule-context.ts";
import type { EpochMs } from "../signal.ts";

/** The next due timer of an enrollment; timers due at the same time fire in the order of `what` (R18). */
export type Due = {
  readonly at: EpochMs;
  readonly what: "deadline" | "max" | "node" | "recheck";
  readonly key: string;
};

/** Timers of the node of the position, its own before those of its races; they count from `armed`. */
export function nodeTimers(run: Execution): Timer[] {
  const { enrollment, state } = run;
  if (state === undefined) return [];
  const { armed, spent } = enrollment.memory;
  const timers = spent ? [] : [...(state.node.timers?.(run) ?? [])];
  for (const race of state.races) {
    if (race.delay !== null) timers.push([`#${race.exit.edgeId}`, addDuration(armed, race.delay, run.zone)]);
  }
  return timers.some(([, due]) => !isMoment(due)) ? timers.map(inRange) : timers;
}

/** A due time beyond the calendar cannot be stored or shown, so the end of the calendar replaces it (R47). */
const inRange = ([key, due]: Timer): Timer => [key, isMoment(due) ? due : LAST_MOMENT];

/** Arms the goal's deadline and `maxDuration`; both count from the enrollment (R20). */
export function armLimits(advanceState: AdvanceState, enrollment: RunningEnrollment): void {
  const { memory, prepared, enrolledAt } = enrollment;
  // Deleting an absent property would still slow the object down.
  if (memory.deadline !== undefined) delete memory.deadline;
  if (memory.max !== undefined) delete memory.max;
  const days = prepared.goal?.deadlineDays ?? null;
  const zone = zoneOf(advanceState, viewOf(advanceState, enrollment), prepared);
  if (days !== null && memory.reached !== true) memory.deadline = addDuration(enrolledAt, { days }, zone);
  if (prepared.maxDuration !== null) memory.max = addDuration(enrolledAt, prepared.maxDuration, zone);
}

/** The goal's deadline or `maxDuration` if it is due by `at` (epoch ms). */
export function limitOver(enrollment: RunningEnrollment, at: EpochMs): Due | null {
  const { timers: _timers, recheck: _recheck, leaveCheck: _leaveCheck, ...limits } = enrollment.memory;
  const due = nextDue({ ...enrollment, memory: { ...limits, timers: [] } });
  return due !== null && due.at <= at ? due : null;
}

/**
 * When an enrollment is due next (epoch ms). It allocates nothing, because every timer of a person calls it for each of
 * possibly hundreds of enrollments.
 */
export function dueAt(enrollment: RunningEnrollment): EpochMs {
  const { memory, journey } = enrollment;
  if (journey.pauses.length > 0 || isHeld(enrollment)) return nextDue(enrollment)?.at ?? Number.POSITIVE_INFINITY;
  let at = memory.deadline ?? Number.POSITIVE_INFINITY;
  if (memory.max !== undefined && memory.max < at) at = memory.max;
  if (memory.recheck !== undefined && memory.recheck < at) at = memory.recheck;
  if (memory.leaveCheck !== undefined && memory.leaveCheck < at) at = memory.leaveCheck;
  for (let index = 0; index < memory.timers.length; index += 1) {
    const due = memory.timers[index]?.[1];
    if (due !== undefined && due < at) at = due;
  }
  return at;
}

/** The earliest armed timer in view of holds; null = none is armed, or a hold is on. */
export function nextDue(enrollment: RunningEnrollment): Due | null {
  if (isHeld(enrollment)) return null;
  let next: Due | null = null;
  eachDue(enrollment, (at, what, key) => {
    if (next === null || at < next.at) next = { at, what, key };
  });
  return next;
}

/**
 * Calls `take` for every armed timer with the time at which it is due in view of holds; timers that a present hold
 * keeps are left out.
 */
export function eachDue(
  enrollment: RunningEnrollment,
  take: (at: EpochMs, what: Due["what"], key: string) => void,
): void {
  const { memory, journey, enrolledAt } = enrollment;
  const offer = (due: EpochMs | undefined, from: EpochMs, mode: "fire" | "shift", what: Due["what"], key: string) => {
    if (due === undefined) return;
    const at = journey.pauses.length === 0 ? due : afterHolds(due, from, journey, mode);
    if (Number.isFinite(at)) take(at, what, key);
  };
  offer(memory.deadline, enrolledAt, "shift", "deadline", "");
  offer(memory.max, enrolledAt, "shift", "max", "");
  for (const [key, due] of memory.timers) offer(due, memory.armed, journey.onResume, "node", key);
  offer(memory.recheck, memory.armed, "fire", "recheck", "");
  offer(memory.leaveCheck, memory.armed, "fire", "recheck", "");
}
