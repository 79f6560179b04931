import { entryIndex, nearMissesOfOld } from "../entry/candidates.ts";
import { enterBy } from "../entry/enter.ts";
import { flush } from "../execution.ts";
import { checkExitRules, judgeGoalEvent, judgeGoalState } from "../exits/exit-rules.ts";
import { countGoalEvent } from "../exits/goal-counts.ts";
import { goOnIfMet } from "../hops/look.ts";
import { takeExit, visitOf } from "../hops/walk.ts";
import type { PreparedState, RunningEnrollment, Work } from "../model.ts";
import { isHeld } from "../pauses/pause.ts";
import { receiptOf, ruleContextFor } from "../person/facts.ts";
import { judgeSegments } from "../person/segments.ts";
import type { EpochMs, LoggedEvent } from "../signal.ts";
import { alertHeld } from "./alerts.ts";
import { announceSegments } from "./patch.ts";

const MOST_HELD = 100;

/** An event happens: segments, then the running enrollments, then the triggers (R18). */
export function takeEvent(work: Work, event: LoggedEvent, at: EpochMs): void {
  work.log.push(event);
  const person = work.person;
  judgeSegments(work, at);
  announceSegments(work, person, at);
  if (isTooOld(work, event)) {
    nearMissesOfOld(work, event, at);
    return;
  }
  countGoalEvent(work, event, at);
  const candidates = entryIndex(work.turn.world).get(event.name) ?? [];
  const before =
    candidates.length === 0
      ? null
      : { running: work.enrollments.filter((enrollment) => !enrollment.ended), past: [...work.past] };
  for (const enrollment of [...work.enrollments]) {
    if (enrollment.ended) continue;
    takeByEnrollment(work, enrollment, event, at);
    flush(work, enrollment);
  }
  if (before !== null) for (const candidate of candidates) enterBy(work, candidate, event, at, before);
}

/** Puts an event that a step made into the log. */
export function recordEmitted(work: Work, event: LoggedEvent): void {
  work.out.emitted.push(event);
}

/** R30: logged and counted, but it acts on nothing. */
export function isTooOld(work: Work, event: LoggedEvent): boolean {
  return event.imported === true || event.receivedAt - event.timestamp > work.turn.world.workspace.tooOldMs;
}

/** Goal before exit condition before awaited event (R18); a hold lets only the first two act (R32). */
function takeByEnrollment(work: Work, enrollment: RunningEnrollment, event: LoggedEvent, at: EpochMs): void {
  if (judgeGoalEvent(work, enrollment, event, at)) return;
  if (judgeGoalState(work, enrollment, at)) return;
  if (checkExitRules(work, enrollment, at, event)) return;
  if (isHeld(enrollment)) {
    hold(work, enrollment, event, at);
    return;
  }
  awaited(work, enrollment, event, at);
}

function hold(work: Work, enrollment: RunningEnrollment, event: LoggedEvent, at: EpochMs): void {
  if (!enrollment.prepared.awaited.has(event.name)) return;
  const held = enrollment.memory.held ?? [];
  if (held.length >= MOST_HELD) {
    alertHeld(work, enrollment, at, event.name);
    return;
  }
  enrollment.memory.held = [...held, { kind: "event", event }];
  enrollment.touched = true;
}

/** The event that the person waits for, at the node or on an edge; also what later nodes look back for (R20). */
export function awaited(work: Work, enrollment: RunningEnrollment, event: LoggedEvent, at: EpochMs): void {
  const state = enrollment.prepared.states.get(enrollment.nodeId);
  if (state === undefined) return;
  rememberEarly(work, enrollment, state, event, at);
  if (
    state.behaviour.onEvent !== undefined &&
    state.eventName === event.name &&
    enrollment.memory.spent === undefined
  ) {
    const visit = visitOf(work, enrollment, at);
    const decision =
      visit === null ? null : state.behaviour.onEvent(visit, event, ruleContextFor(work, enrollment, at, event));
    if (decision !== null) {
      takeExit(work, enrollment, at, decision);
      return;
    }
  }
  for (const race of state.races) {
    if (race.eventName !== event.name) continue;
    const facts = ruleContextFor(work, enrollment, at, event);
    if (!race.test(facts)) continue;
    const receipt = receiptOf(facts, { event: event.name, eventId: event.id });
    takeExit(work, enrollment, at, { exit: `#${race.exit.edgeId}`, cause: "event", receipt });
    return;
  }
  goOnIfMet(work, enrollment, at);
}

function rememberEarly(
  work: Work,
  enrollment: RunningEnrollment,
  standing: PreparedState,
  event: LoggedEvent,
  at: EpochMs,
): void {
  for (const state of enrollment.prepared.lookingBack) {
    if (
      state === standing ||
      state.eventName !== event.name ||
      !state.test(ruleContextFor(work, enrollment, at, event))
    )
      continue;
    enrollment.memory.early = { ...enrollment.memory.early, [state.program.nodeId]: event.id };
    enrollment.touched = true;
  }
}
