import type { Person } from "../advance-input.ts";
import type { Execution } from "../execution.ts";
import { takeExit } from "../hops/walk.ts";
import { isHeld } from "../pauses/pause.ts";
import { zoneOf } from "../person/rule-context.ts";
import type { EpochMs } from "../signal.ts";
import { armLimits, nodeTimers } from "./due.ts";

/**
 * Recomputes timers that depend on the person's zone or a date trait; a timer that is now in the past fires with this
 * signal (R23).
 */
export function rearm(run: Execution, before: Person): void {
  const { advanceState, enrollment, at } = run;
  const { prepared, memory } = enrollment;
  const zoneMoved = zoneOf(advanceState, before, prepared) !== zoneOf(advanceState, advanceState.person, prepared);
  if (zoneMoved) armLimits(advanceState, enrollment);
  if (!zoneMoved && !readsChangedTrait(run, before, advanceState.person)) return;
  const timers = nodeTimers(run);
  const isSame =
    timers.length === memory.timers.length &&
    timers.every(([key, due], index) => sameTimer(memory.timers[index], key, due));
  if (isSame) return;
  run.park(timers);
  if (isHeld(enrollment)) return;
  const over = timers.find(([, due]) => due < at);
  if (over !== undefined) takeExit(run, { exit: over[0], cause: "timer", receipt: { due: over[1], moved: true } });
}

function sameTimer(timer: readonly [string, EpochMs] | undefined, key: string, due: EpochMs): boolean {
  return timer?.[0] === key && timer[1] === due;
}

function readsChangedTrait({ state }: Execution, before: Person, after: Person): boolean {
  const name = state?.node.timersRead;
  return name !== undefined && before.traits[name] !== after.traits[name];
}
