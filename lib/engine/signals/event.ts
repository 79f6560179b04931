import { entryIndex, nearMissesOfOld } from "../entry/candidates.ts";
import { enterBy } from "../entry/enter.ts";
import { Execution, type Occurrence } from "../execution.ts";
import { checkExitRules, judgeGoalEvent, judgeGoalState } from "../exits/exit-rules.ts";
import { countGoalEvent } from "../exits/goal-counts.ts";
import { goOnIfMet } from "../hops/look.ts";
import { takeExit } from "../hops/walk.ts";
import type { AdvanceState, PreparedState } from "../model.ts";
import { holdBack } from "../pauses/hold.ts";
import { isHeld } from "../pauses/pause.ts";
import { receiptOf } from "../person/rule-context.ts";
import { judgeSegments } from "../person/segments.ts";
import type { LoggedEvent } from "../signal.ts";
import { alertHeld } from "./alerts.ts";
import { announceSegments } from "./patch.ts";

/** Processes an event: first segments, then the running enrollments, then the triggers (R18). */
export function takeEvent(what: Occurrence, event: LoggedEvent): void {
  const { advanceState, at } = what;
  advanceState.log.push(event);
  const { person } = advanceState;
  judgeSegments(advanceState, at);
  announceSegments(what, person);
  if (isTooOld(advanceState, event)) {
    nearMissesOfOld(what, event);
    return;
  }
  countGoalEvent(what, event);
  const candidates = entryIndex(advanceState.input.snapshot).get(event.name) ?? [];
  const before =
    candidates.length === 0
      ? null
      : { running: advanceState.enrollments.filter((enrollment) => !enrollment.ended), past: [...advanceState.past] };
  for (const enrollment of [...advanceState.enrollments]) {
    if (enrollment.ended) continue;
    const run = new Execution(what, enrollment);
    takeByEnrollment(run, event);
    run.commit();
  }
  if (before !== null) for (const candidate of candidates) enterBy(what, candidate, event, before);
}

/** Appends an event that a node created to the log. */
export function recordEmitted(advanceState: AdvanceState, event: LoggedEvent): void {
  advanceState.out.emitted.push(event);
}

/** Whether an event is too old or imported: it is then logged and counted, but triggers nothing (R30). */
export function isTooOld(advanceState: AdvanceState, event: LoggedEvent): boolean {
  return event.imported === true || event.receivedAt - event.timestamp > advanceState.input.snapshot.workspace.tooOldMs;
}

/**
 * Evaluates the goal first, then exit conditions, then the awaited event (R18); during a hold only the first two have
 * an effect (R32).
 */
function takeByEnrollment(run: Execution, event: LoggedEvent): void {
  if (judgeGoalEvent(run, event) || judgeGoalState(run) || checkExitRules(run, event)) return;
  if (isHeld(run.enrollment)) hold(run, event);
  else awaited(run, event);
}

function hold(run: Execution, event: LoggedEvent): void {
  if (!run.enrollment.prepared.awaited.has(event.name)) return;
  if (!holdBack(run, { kind: "event", event })) alertHeld(run, event.name);
}

/** Takes the exit if the node or an edge awaits the event; also stores it for later nodes that count earlier events (R20). */
export function awaited(run: Execution, event: LoggedEvent): void {
  const { enrollment, state } = run;
  if (state === undefined) return;
  rememberEarly(run, state, event);
  const { awaits, onEvent } = state.node;
  if (onEvent !== undefined && awaits?.name === event.name && enrollment.memory.spent === undefined) {
    const facts = run.facts(event);
    if (awaits.test(facts)) {
      takeExit(run, onEvent(event, facts));
      return;
    }
  }
  for (const race of state.races) {
    if (race.eventName !== event.name) continue;
    const facts = run.facts(event);
    if (!race.test(facts)) continue;
    const receipt = receiptOf(facts, { event: event.name, eventId: event.id });
    takeExit(run, { exit: `#${race.exit.edgeId}`, cause: "event", receipt });
    return;
  }
  goOnIfMet(run);
}

function rememberEarly(run: Execution, standing: PreparedState, event: LoggedEvent): void {
  const { memory, prepared } = run.enrollment;
  for (const state of prepared.lookingBack) {
    const { awaits } = state.node;
    if (state === standing || awaits?.name !== event.name || !awaits.test(run.facts(event))) continue;
    memory.early = { ...memory.early, [state.program.nodeId]: event.id };
    run.touch();
  }
}
