import type { HoldoutArm } from "../counted.ts";
import { place } from "../enrollment-order.ts";
import { Execution, type Occurrence } from "../execution.ts";
import { armExitRules } from "../exits/exit-rules.ts";
import { isGoalState } from "../exits/goal.ts";
import { begin } from "../hops/walk.ts";
import { derivedId } from "../ids.ts";
import type { AdvanceState, PreparedEntry, RunningEnrollment } from "../model.ts";
import type { EpochMs, LoggedEvent } from "../signal.ts";
import { armLimits } from "../timers/due.ts";
import { type Candidate, matchingEntry } from "./candidates.ts";
import { firstFailing, type Seeker } from "./checks.ts";
import { isHeldOut } from "./holdout.ts";
import { keyOf } from "./instance-key.ts";
import { nearMiss } from "./near-misses.ts";

/** Starts an enrollment by an event, or records the near miss. */
export function enterBy(what: Occurrence, candidate: Candidate, event: LoggedEvent, before: Seeker["before"]): void {
  const entry = matchingEntry(what.advanceState, candidate, event, what.at);
  if (entry === null) return;
  const { journey, prepared } = candidate;
  const trigger = { event: event.name, id: event.id, properties: event.properties, timestamp: event.timestamp };
  enter(what, { journey, prepared, before, trigger, event, isManual: false, instanceKey: null }, entry, null);
}

/**
 * Starts an enrollment if every entry check passes (R28b). Without an `instanceKey` the journey's settings give it, and
 * without a `fixedId` the id is derived.
 */
export function enter(what: Occurrence, asked: Omit<Seeker, "at">, entry: PreparedEntry, fixedId: string | null): void {
  const { journey, prepared, trigger } = asked;
  const instanceKey = asked.instanceKey ?? keyOf(what, prepared, trigger);
  const seeker: Seeker = { ...asked, at: what.at, instanceKey };
  const failing = firstFailing(what.advanceState, seeker);
  if (failing !== null) {
    nearMiss(what, journey, failing.reason, failing.detail);
    if (failing.reason === "held_out") addSide(what, journey.id, "held_out");
    return;
  }
  if (instanceKey === null) return;
  if (prepared.settings.reEntry === "restart") endRunning(what, seeker);
  start(what, seeker, instanceKey, entry, fixedId);
}

function endRunning(what: Occurrence, { journey, instanceKey }: Seeker): void {
  for (const enrollment of what.advanceState.enrollments) {
    if (enrollment.ended || enrollment.journey.id !== journey.id || enrollment.instanceKey !== instanceKey) continue;
    const run = new Execution(what, enrollment);
    run.cutShort({ status: "stopped", reason: "restarted", cause: "stop" });
    run.commit();
  }
}

function start(
  what: Occurrence,
  { journey, prepared, trigger }: Seeker,
  instanceKey: string,
  { entry: { nodeId, kind } }: PreparedEntry,
  fixedId: string | null,
): void {
  const { advanceState, cause, at } = what;
  const seed = `enrollment:${cause.seed}:${journey.id}:${instanceKey}`;
  const enrollmentId = fixedId ?? derivedId(seed, at, advanceState.person.id, enteredAt(advanceState, at));
  const { versionId } = prepared.program;
  const { epoch } = journey;
  const enrollment: RunningEnrollment = {
    enrollmentId,
    versionId,
    instanceKey,
    epoch,
    enrolledAt: at,
    journey,
    prepared,
    seq: 0,
    nodeId,
    memory: { visit: 0, at, armed: at, timers: [], trigger },
    touched: true,
    ended: false,
    hops: [],
  };
  const run = new Execution(what, enrollment);
  if (prepared.goal !== null && isGoalState(prepared.goal, advanceState.person, at)) enrollment.memory.wasTrue = true;
  armLimits(advanceState, enrollment);
  armExitRules(run);
  place(advanceState.enrollments, enrollment);
  advanceState.out.started.push({
    id: enrollmentId,
    journeyId: journey.id,
    versionId,
    instanceKey,
    epoch,
    enrolledAt: at,
    entryNodeId: nodeId,
    trigger,
  });
  noteSide(what, journey.id, prepared);
  advanceState.person = { ...advanceState.person, lastEnteredAt: at };
  begin(run, { trigger: kind });
  run.commit();
}

/** Where anybody is held out, those who entered are noted too, to be compared with them (R54). */
function noteSide(what: Occurrence, journeyId: string, { settings }: Seeker["prepared"]): void {
  const { person, input } = what.advanceState;
  const { id, holdoutPercent: percent = 0 } = input.snapshot.workspace;
  if (percent > 0 && isHeldOut(person.bucketKey ?? person.id, id, percent)) addSide(what, journeyId, "no_marketing");
  else if (percent > 0 || (settings.holdout?.percent ?? 0) > 0) addSide(what, journeyId, "entered");
}

function addSide({ advanceState, at }: Occurrence, journeyId: string, arm: HoldoutArm): void {
  advanceState.out.sides.push({ journeyId, arm, at });
}

/** How many enrollments the person began at this same ms: it makes ids of the same ms sort in the order of entry (R18). */
function enteredAt(advanceState: AdvanceState, at: EpochMs): number {
  const ids = new Set<string>();
  for (const enrollment of [...advanceState.enrollments, ...advanceState.past])
    if (enrollment.enrolledAt === at) ids.add(enrollment.enrollmentId);
  return ids.size;
}
