import type { FinishedEnrollment } from "../advance-input.ts";
import { flush } from "../execution.ts";
import { armExitRules } from "../exits/exit-rules.ts";
import { isGoalState } from "../exits/goal.ts";
import { begin } from "../hops/walk.ts";
import { derivedId } from "../ids.ts";
import { place } from "../live-trip.ts";
import type { PreparedEntry, RunningEnrollment, Work } from "../model.ts";
import { cutShort } from "../pauses/queue.ts";
import type { EpochMs, LoggedEvent } from "../signal.ts";
import { armLimits } from "../timers/due.ts";
import { type Candidate, matchingEntry } from "./candidates.ts";
import { firstFailing, type Seeker } from "./checks.ts";
import { keyOf } from "./instance-key.ts";
import { nearMiss } from "./near-misses.ts";

/** How things stood before the signal at hand: what `once` and `after_exit` judge (R18). */
export type Before = { readonly running: readonly RunningEnrollment[]; readonly past: readonly FinishedEnrollment[] };

/** Lets an event start an enrollment, or notes why it did not. */
export function enterBy(work: Work, candidate: Candidate, event: LoggedEvent, at: EpochMs, before: Before): void {
  const entry = matchingEntry(work, candidate, event, at);
  if (entry === null) return;
  const { journey, prepared } = candidate;
  const trigger = { event: event.name, id: event.id, properties: event.properties, timestamp: event.timestamp };
  enter(work, { journey, prepared, at, before, trigger, event, isManual: false, instanceKey: null }, entry, null);
}

/** Starts an enrollment if every check lets the person in (R28b). */
export function enter(
  work: Work,
  seeker: Omit<Seeker, "instanceKey"> & { instanceKey: string | null },
  entry: PreparedEntry,
  fixedId: string | null,
): void {
  const { journey, prepared, at, trigger } = seeker;
  const instanceKey = seeker.instanceKey ?? keyOf(work, prepared, trigger);
  const full = { ...seeker, instanceKey };
  const failing = firstFailing(work, full);
  if (failing !== null) {
    nearMiss(work, journey, failing.reason, at, failing.detail);
    return;
  }
  if (instanceKey === null) return;
  if (prepared.settings.reEntry === "restart") endRunning(work, full);
  start(work, { ...full, instanceKey }, entry, fixedId);
}

function endRunning(work: Work, { journey, instanceKey, at }: Seeker): void {
  for (const enrollment of work.enrollments) {
    if (enrollment.ended || enrollment.journey.id !== journey.id || enrollment.instanceKey !== instanceKey) continue;
    cutShort(work, enrollment, { status: "stopped", reason: "restarted", at, cause: "stop", receipt: {} });
    flush(work, enrollment);
  }
}

function start(
  work: Work,
  seeker: Seeker & { readonly instanceKey: string },
  entry: PreparedEntry,
  fixedId: string | null,
): void {
  const { journey, prepared, at, trigger, instanceKey } = seeker;
  const seed = `enrollment:${work.cause.seed}:${journey.id}:${instanceKey}`;
  const enrollmentId = fixedId ?? derivedId(seed, at, work.person.id, enteredAt(work, at));
  const { versionId } = prepared.program;
  const enrollment: RunningEnrollment = {
    enrollmentId,
    versionId,
    instanceKey,
    epoch: journey.epoch,
    enrolledAt: at,
    journey,
    prepared,
    seq: 0,
    nodeId: entry.entry.nodeId,
    memory: { visit: 0, at, armed: at, timers: [], trigger },
    touched: true,
    ended: false,
    hops: [],
  };
  if (prepared.goal !== null && isGoalState(prepared.goal, work.person, at)) enrollment.memory.wasTrue = true;
  armLimits(work, enrollment);
  armExitRules(work, enrollment, at);
  place(work.enrollments, enrollment);
  const entryNodeId = entry.entry.nodeId;
  work.out.started.push({
    id: enrollmentId,
    journeyId: journey.id,
    versionId,
    instanceKey,
    epoch: journey.epoch,
    enrolledAt: at,
    entryNodeId,
    trigger,
  });
  work.person = { ...work.person, lastEnteredAt: at };
  begin(work, enrollment, { trigger: entry.entry.kind });
  flush(work, enrollment);
}

/** How many enrollments the person began at this very instant: makes the ids of such enrollments sort in the order of entry (R18). */
function enteredAt(work: Work, at: EpochMs): number {
  const ids = new Set<string>();
  for (const enrollment of [...work.enrollments, ...work.past])
    if (enrollment.enrolledAt === at) ids.add(enrollment.enrollmentId);
  return ids.size;
}
