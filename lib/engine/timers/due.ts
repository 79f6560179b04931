import { isMoment, LAST_MOMENT } from "#times";
import { addDuration } from "../calendar/index.ts";
import type { Timer } from "../enrollment-state.ts";
import type { Execution } from "../execution.ts";
import type { RunningEnrollment, Work } from "../model.ts";
import { afterHolds, isHeld } from "../pauses/pause.ts";
import { viewOf, zoneOf } from "../person/rule-context.ts";
import type { EpochMs } from "../signal.ts";

/** What falls due next on an enrollment; in this order when at one instant (R18). */
export type Due = {
  readonly at: EpochMs;
  readonly what: "deadline" | "max" | "node" | "recheck";
  readonly key: string;
};

/** Timers of the node the person stands on, races behind the node's own; counted from when it was armed. */
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

/** Nobody lives to see it, and nothing can show it: due at the end of the calendar instead (R47). */
const inRange = ([key, due]: Timer): Timer => [key, isMoment(due) ? due : LAST_MOMENT];

/** Arms the goal's deadline and maxDuration, both from enrollment (R20). */
export function armLimits(work: Work, enrollment: RunningEnrollment): void {
  const { memory, prepared, enrolledAt } = enrollment;
  // Deleting what is not there would still make the object slow.
  if (memory.deadline !== undefined) delete memory.deadline;
  if (memory.max !== undefined) delete memory.max;
  const days = prepared.goal?.deadlineDays ?? null;
  const zone = zoneOf(work, viewOf(work, enrollment), prepared);
  if (days !== null && memory.reached !== true) memory.deadline = addDuration(enrolledAt, { days }, zone);
  if (prepared.maxDuration !== null) memory.max = addDuration(enrolledAt, prepared.maxDuration, zone);
}

/** The goal's deadline or maxDuration, if it is over by `at`. */
export function limitOver(enrollment: RunningEnrollment, at: EpochMs): Due | null {
  const { timers: _timers, recheck: _recheck, leaveCheck: _leaveCheck, ...limits } = enrollment.memory;
  const due = nextDue({ ...enrollment, memory: { ...limits, timers: [] } });
  return due !== null && due.at <= at ? due : null;
}

/** When an enrollment is due next, without making anything: a person with hundreds of enrollments asks each for every timer. */
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

/** The earliest of everything armed, holds considered; null = nothing, or held. */
export function nextDue(enrollment: RunningEnrollment): Due | null {
  if (isHeld(enrollment)) return null;
  let next: Due | null = null;
  eachDue(enrollment, (at, what, key) => {
    if (next === null || at < next.at) next = { at, what, key };
  });
  return next;
}

/** Everything armed, with the time it is really due; what a lasting hold keeps back is left out. */
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
