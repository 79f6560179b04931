import type { Person } from "../advance-input.ts";
import { takeExit } from "../hops/walk.ts";
import type { RunningEnrollment, Work } from "../model.ts";
import { isHeld } from "../pauses/pause.ts";
import { zoneOf } from "../person/facts.ts";
import type { EpochMs } from "../signal.ts";
import { armLimits, nodeTimers } from "./due.ts";

/** Recomputes timers that the person's zone or a date trait decides; one that is past by now is over with this signal (R23). */
export function rearm(work: Work, enrollment: RunningEnrollment, before: Person, at: EpochMs): void {
  const { prepared, memory } = enrollment;
  const zoneMoved = zoneOf(work, before, prepared) !== zoneOf(work, work.person, prepared);
  if (zoneMoved) armLimits(work, enrollment);
  if (!zoneMoved && !readsChangedTrait(enrollment, before, work.person)) return;
  const timers = nodeTimers(work, enrollment, at);
  if (
    timers.length === memory.timers.length &&
    timers.every(([key, due], index) => sameTimer(memory.timers[index], key, due))
  )
    return;
  memory.timers = timers;
  enrollment.touched = true;
  if (isHeld(enrollment)) return;
  const over = timers.find(([, due]) => due < at);
  if (over !== undefined)
    takeExit(work, enrollment, at, { exit: over[0], cause: "timer", receipt: { due: over[1], moved: true } });
}

function sameTimer(timer: readonly [string, EpochMs] | undefined, key: string, due: EpochMs): boolean {
  return timer?.[0] === key && timer[1] === due;
}

function readsChangedTrait(enrollment: RunningEnrollment, before: Person, after: Person): boolean {
  const until = enrollment.prepared.states.get(enrollment.nodeId)?.program.config.until;
  if (typeof until !== "object" || until === null || !("trait" in until)) return false;
  const name = String(until.trait);
  return before.traits[name] !== after.traits[name];
}
