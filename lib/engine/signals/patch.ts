import type { JsonObject } from "#journey";
import type { Person } from "../advance-input.ts";
import { planChangedDates } from "../entry/dates.ts";
import { Execution, type Occurrence, setOff } from "../execution.ts";
import { checkExitRules, judgeGoalState } from "../exits/exit-rules.ts";
import { countGoalStates } from "../exits/goal-counts.ts";
import { goOnIfMet } from "../hops/look.ts";
import { derivedId } from "../ids.ts";
import type { AdvanceState } from "../model.ts";
import { patchPerson } from "../person/patch-person.ts";
import { judgeSegments } from "../person/segments.ts";
import type { EpochMs, LoggedEvent, PersonPatch } from "../signal.ts";
import { rearm } from "../timers/rearm.ts";

/** Changes the person and lets every running enrollment evaluate the change (R18: patch, then segments, then enrollments). */
export function takePatch(what: Occurrence, patch: PersonPatch, source: string): void {
  const before = what.advanceState.person;
  if (!applyQuietly(what.advanceState, patch, source, what.at)) return;
  lookAround(what, before);
}

/**
 * Evaluates segments and enrollments again without a change: time may have passed, or data whose changes send no signal
 * (R23).
 */
export function takePoll(what: Occurrence): void {
  lookAround(what, what.advanceState.person);
}

function lookAround(what: Occurrence, before: Person): void {
  const { advanceState, at } = what;
  judgeSegments(advanceState, at);
  announceSegments(what, before);
  countGoalStates(what, before);
  for (const enrollment of advanceState.enrollments) {
    if (enrollment.ended) continue;
    const run = new Execution(what, enrollment);
    rearm(run, before);
    // Goal, then exit conditions, then the awaited condition (R18).
    if (!enrollment.ended && !judgeGoalState(run) && !checkExitRules(run, null)) goOnIfMet(run);
    run.commit();
  }
}

/** Changes the person without evaluating segments or enrollments; false when nothing changed. */
export function applyQuietly(advanceState: AdvanceState, patch: PersonPatch, source: string, at: EpochMs): boolean {
  const known = withoutGone(advanceState, patch);
  const patched = patchPerson(advanceState.person, known);
  if (patched === null) return false;
  advanceState.person = patched.person;
  advanceState.out.changes.push({ at, source, patch: known, before: patched.before });
  if (patched.before.traits !== undefined) planChangedDates(advanceState, patched.before.traits as JsonObject, at);
  return true;
}

/** Drops segments that were deleted while the patch waited (R46). */
function withoutGone({ input: { snapshot } }: AdvanceState, patch: PersonPatch): PersonPatch {
  const { segments } = snapshot;
  const { addSegments } = patch;
  if (segments === undefined || addSegments === undefined || addSegments.every((id) => segments.has(id))) return patch;
  return { ...patch, addSegments: addSegments.filter((id) => segments.has(id)) };
}

/** Makes events of joined and left segments, right after their cause. */
export function announceSegments(what: Occurrence, before: Person): void {
  const { person } = what.advanceState;
  if (before.segments === person.segments) return;
  for (const id of person.segments) if (!before.segments.includes(id)) announce(what, "segment.entered", id);
  for (const id of before.segments) if (!person.segments.includes(id)) announce(what, "segment.left", id);
}

function announce(what: Occurrence, name: string, segmentId: string): void {
  const { advanceState, cause, at } = what;
  const fact = advanceState.input.snapshot.segments?.get(segmentId);
  // Until the first build is finished, a segment announces no members (R28).
  if (fact?.unbuilt === true) return;
  const id = derivedId(`${name}:${cause.seed}:${segmentId}:${advanceState.pending.length}`, at, advanceState.person.id);
  const properties = { segment: segmentId, key: fact?.key ?? segmentId, number: fact?.number ?? null };
  const event: LoggedEvent = { id, name, properties, timestamp: at, receivedAt: at };
  setOff(what, { kind: "event", event });
}
