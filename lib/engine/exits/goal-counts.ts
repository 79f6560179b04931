import type { Person } from "../advance-input.ts";
import { addDuration, personZone } from "../calendar/index.ts";
import { entryProgram } from "../entry/candidates.ts";
import { isHeldOut } from "../entry/holdout.ts";
import { Execution, type Occurrence } from "../execution.ts";
import type { AdvanceState } from "../model.ts";
import type { LoggedEvent } from "../signal.ts";
import { isGoalEvent, isGoalState } from "./goal.ts";
import { type GoalLimits, goalKey, ownerOf, type Stay } from "./goal-owner.ts";
import { goalIndex, type PresentGoal } from "./present-goals.ts";

/** Counts a conversion for every present goal that the event reaches, each for one enrollment; nothing else changes (R52). */
export function countGoalEvent(what: Occurrence, event: LoggedEvent): void {
  const goals = goalIndex(what.advanceState.input.snapshot).byEvent.get(event.name);
  if (goals === undefined) return;
  for (const goal of goals) if (isGoalEvent(goal.prepared, event)) countGoal(what, goal, event);
}

/** Counts the attribute goals that a change of the person has made true (R26). */
export function countGoalStates(what: Occurrence, before: Person): void {
  const { advanceState, at } = what;
  const { states } = goalIndex(advanceState.input.snapshot);
  if (states.length === 0 || before.traits === advanceState.person.traits) return;
  for (const goal of states) {
    if (!isGoalState(goal.prepared, advanceState.person, at) || isGoalState(goal.prepared, before, at)) continue;
    countGoal(what, goal, null);
  }
}

function countGoal(what: Occurrence, { journey, prepared, revision }: PresentGoal, event: LoggedEvent | null): void {
  const { advanceState, at } = what;
  const { person, input } = advanceState;
  const zone = personZone(person.traits, prepared.timezone, input.snapshot.workspace.timezone);
  const limits: GoalLimits = { prepared, journey, zone };
  const owner = ownerOf(uncounted(advanceState, journey.id, revision), at, limits);
  if (owner === null) {
    countHeldOut(what, { journey, prepared, revision }, zone);
    return;
  }
  const { enrollmentId, versionId } = owner;
  const enrollment = advanceState.enrollments.find((one) => one.enrollmentId === enrollmentId);
  if (enrollment !== undefined) {
    enrollment.memory.converted = revision;
    new Execution(what, enrollment).touch();
  }
  advanceState.counted.add(goalKey(enrollmentId, revision));
  advanceState.out.conversions.push({
    enrollmentId,
    journeyId: journey.id,
    versionId,
    goalRevision: revision,
    at,
    eventId: event?.id ?? null,
    value: event === null ? null : prepared.valueOf(event),
  });
}

/** People who are held out have no enrollment: the goal counts for as long as it would have after an entry (R54). */
function countHeldOut(
  { advanceState, at }: Occurrence,
  { journey, prepared, revision }: PresentGoal,
  zone: string,
): void {
  const { person, input } = advanceState;
  const percent = entryProgram(input.snapshot, journey)?.settings.holdout?.percent ?? 0;
  if (percent === 0 || !isHeldOut(person.bucketKey ?? person.id, journey.id, percent)) return;
  const { deadlineDays: days, window } = prepared;
  const since = addDuration(at, days === null ? window : { days }, zone, -1);
  advanceState.out.heldOutGoals.push({ journeyId: journey.id, goalRevision: revision, since, at });
}

type Uncounted = Stay & { readonly versionId: string };

/** The person's enrollments in a journey for which this goal is not counted yet. */
function uncounted({ enrollments, past, counted }: AdvanceState, journeyId: string, revision: string): Uncounted[] {
  const open: Uncounted[] = [];
  for (const { enrollmentId, versionId, enrolledAt, ended, journey, memory } of enrollments) {
    if (ended || journey.id !== journeyId || memory.converted === revision) continue;
    if (counted.has(goalKey(enrollmentId, revision))) continue;
    open.push({ enrollmentId, versionId, enrolledAt, endedAt: null, exitReason: null });
  }
  for (const one of past)
    if (one.journeyId === journeyId && !counted.has(goalKey(one.enrollmentId, revision))) open.push(one);
  return open;
}
