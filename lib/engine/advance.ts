import type { AdvanceInput, AdvanceResult, Bar, CountDelta, Position } from "./advance-input.ts";
import { byEntry } from "./enrollment-order.ts";
import { Execution, type Occurrence } from "./execution.ts";
import { MOST_SHARED_STEPS, shareSteps } from "./expressions/index.ts";
import type { AdvanceState, RunningEnrollment } from "./model.ts";
import { catchUp } from "./pauses/resume.ts";
import { runningEnrollment } from "./running-enrollment.ts";
import type { LoggedEvent } from "./signal.ts";
import { takeSignal } from "./signals/take-signal.ts";
import { nextDue } from "./timers/due.ts";
import { fireTimersBefore } from "./timers/timeline.ts";

/**
 * Processes one person's inbox: timers and signals in the order of their times (R18, R19). Pure: the same input gives
 * the same result, and the input is not changed.
 */
export function advance(input: AdvanceInput): AdvanceResult {
  shareSteps(MOST_SHARED_STEPS);
  try {
    return processInbox(openAdvance(input));
  } finally {
    shareSteps(Number.POSITIVE_INFINITY);
  }
}

function processInbox(advanceState: AdvanceState): AdvanceResult {
  const { input } = advanceState;
  const unasked = byTime(input, advanceState);
  endArchived(unasked);
  if (input.barred !== undefined) failBarred(unasked, input.barred);
  const moves = leadingMoves(input);
  let latest = unasked;
  for (const [index, signal] of input.signals.entries()) {
    if (index === moves) catchUp(latest);
    if (index >= moves) fireTimersBefore(advanceState, signal.at);
    shareSteps(MOST_SHARED_STEPS);
    latest = takeSignal(advanceState, signal);
  }
  if (moves === input.signals.length) catchUp(latest);
  fireTimersBefore(advanceState, input.horizon === null ? input.now : Math.min(input.now, input.horizon));
  return close(advanceState);
}

/**
 * Counts the `migrate` signals at the head of the inbox. They are processed before the signals that a pause kept are
 * handed back, so that people whose journey was corrected while it was paused continue on the corrected version (R34,
 * R35).
 */
function leadingMoves({ signals }: AdvanceInput): number {
  const other = signals.findIndex((signal) => signal.kind !== "migrate");
  return other < 0 ? signals.length : other;
}

/**
 * Builds the working state of a call of `advance` without processing anything; `explain` evaluates its questions on the
 * same state.
 */
export function openAdvance(input: AdvanceInput): AdvanceState {
  return {
    input,
    person: input.person,
    enrollments: runningEnrollments(input),
    past: [...input.past],
    queued: [...input.queued],
    chosen: input.chosen ?? {},
    offers: { offered: [...(input.offers?.offered ?? [])], outcomes: input.offers?.outcomes ?? [] },
    log: readBefore(input),
    counted: new Set(input.counted),
    pending: [],
    out: {
      changes: [],
      started: [],
      ended: [],
      moved: [],
      revived: [],
      history: [],
      deliveries: [],
      released: [],
      cancelled: [],
      conversions: [],
      choices: [],
      sides: [],
      heldOutGoals: [],
      picks: [],
      offerSends: [],
      counts: new Map(),
      nearMisses: [],
      emitted: [],
      campaigns: [],
      queuedAdded: [],
      queuedRemoved: [],
      alerts: [],
    },
  };
}

/** The occurrence for everything that time causes and no signal does. */
export function byTime({ person, now }: AdvanceInput, advanceState: AdvanceState): Occurrence {
  const cause = { seed: `turn:${person.id}:${now}`, signalId: null, kind: "timer", at: now, depth: 0, root: "" };
  return { advanceState, cause, at: now };
}

/**
 * Removes the events of this call's own signals from the log: when a batch runs late the log already contains them, and
 * each event must count only from its own signal on.
 */
function readBefore({ events, signals }: AdvanceInput): LoggedEvent[] {
  if (events.length === 0) return [];
  const unread = new Set<string>();
  for (const signal of signals) if (signal.kind === "event") unread.add(signal.event.id);
  return events.filter((event) => !unread.has(event.id));
}

function runningEnrollments(input: AdvanceInput): RunningEnrollment[] {
  const running: RunningEnrollment[] = [];
  for (const enrollment of input.enrollments) {
    const live = runningEnrollment(input, enrollment);
    if (live === null) continue;
    live.touched = enrollment.wakeAt !== null && enrollment.wakeAt <= input.now;
    running.push(live);
  }
  return running.sort(byEntry);
}

/** An enrollment of an earlier epoch counts as stopped immediately; the archive operation updates the rows later (R31). */
function endArchived(what: Occurrence): void {
  const { advanceState } = what;
  for (const enrollment of advanceState.enrollments) {
    if (enrollment.epoch >= enrollment.journey.epoch && enrollment.journey.status !== "archived") continue;
    const run = new Execution({ ...what, at: advanceState.input.signals[0]?.at ?? what.at }, enrollment);
    run.cutShort({ status: "stopped", reason: "journey_archived", cause: "stop" });
    run.commit();
  }
}

/** Fails enrollments where they stand if no result for their present visit could be stored (R47). */
function failBarred(what: Occurrence, barred: ReadonlyMap<string, Bar>): void {
  for (const enrollment of what.advanceState.enrollments) {
    const bar = barred.get(enrollment.enrollmentId);
    if (bar === undefined || enrollment.ended || bar.visit > enrollment.memory.visit) continue;
    const run = new Execution(what, enrollment);
    run.bar(bar.error);
    run.commit();
  }
}

function close({ person, enrollments, out }: AdvanceState): AdvanceResult {
  for (const [index, end] of out.ended.entries()) {
    const enrollment =
      end.status === "failed" ? enrollments.find((candidate) => candidate.enrollmentId === end.id) : undefined;
    if (enrollment === undefined) continue;
    const { versionId, seq, nodeId, memory, stood } = enrollment;
    const failedState = { versionId, seq, nodeId, state: memory, ...(stood ? { stood } : {}) };
    out.ended[index] = { ...end, failedState };
  }
  const running: Position[] = [];
  for (const enrollment of enrollments) if (enrollment.touched && !enrollment.ended) running.push(settled(enrollment));
  const counts: CountDelta[] = [];
  for (const ofVersion of out.counts.values()) for (const delta of ofVersion.values()) counts.push(delta);
  return { ...out, person, enrollments: running, counts };
}

function settled(enrollment: RunningEnrollment): Position {
  return {
    enrollmentId: enrollment.enrollmentId,
    journeyId: enrollment.journey.id,
    versionId: enrollment.versionId,
    instanceKey: enrollment.instanceKey,
    epoch: enrollment.epoch,
    enrolledAt: enrollment.enrolledAt,
    seq: enrollment.seq,
    nodeId: enrollment.nodeId,
    wakeAt: nextDue(enrollment)?.at ?? null,
    state: enrollment.memory,
  };
}
