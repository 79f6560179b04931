import { type AdvanceInput, type AdvanceResult, advance, type Bar, nothing, type Position } from "#engine";
import { advanceInputOf, type BatchInput } from "#store/advance-input";
import type { Rejection } from "#store/rejected-signals";
import { type Configuration, lookupsOf } from "#store/snapshot";
import { rejectedAlert } from "../alerts/engine-alert.ts";
import type { Runtime } from "../runtime.ts";
import type { Batch, PersonWork } from "./batch.ts";
import { Changes } from "./changes.ts";
import type { CrashSuspect } from "./crash-isolation.ts";
import { failEnrollment } from "./end-enrollment.ts";
import { StepRefused } from "./refusal.ts";

/**
 * Work that the engine does not advance: the driver forwards the signals to another person, or merges the person (R39).
 */
export type Forwarded = { readonly work: PersonWork; readonly to: string };

/**
 * What is known about the one person of the batch (R17): some enrollments are barred because rows of theirs are refused
 * (`barred`), no signal of theirs can be processed at all (`rejected`), or their work crashes processes (`suspect`).
 * `null`: nothing.
 */
export type Suspicion =
  | { readonly kind: "barred"; readonly barred: ReadonlyMap<string, Bar> }
  | { readonly kind: "rejected"; readonly error: string }
  | ({ readonly kind: "suspect" } & CrashSuspect)
  | null;

export type Advanced = {
  readonly changes: Changes;
  /** People with a merge waiting, in the order in which they were read. */
  readonly merges: readonly PersonWork[];
  readonly forwarded: readonly Forwarded[];
  /** Signals that are processed and leave the inbox. */
  readonly done: PersonWork["inbox"];
};

/** Advances each person of the batch, in memory (R1). */
export function advancePeople(
  runtime: Runtime,
  configuration: Configuration,
  batch: Batch,
  facts: BatchInput,
  suspicion: Suspicion,
): Advanced {
  const changes = new Changes();
  const merges: PersonWork[] = [];
  const forwarded: Forwarded[] = [];
  const done: PersonWork["inbox"] = [];
  for (const work of batch.people.values()) {
    const person = facts.people.get(work.owner.personId);
    const snapshot = configuration.snapshots.get(work.owner.workspaceId);
    if (person?.mergedInto) {
      forwarded.push({ work, to: person.mergedInto });
      for (const row of work.inbox) done.push(row);
      continue;
    }
    const merge = work.inbox.findIndex((row) => row.kind === "merge");
    if (merge >= 0) merges.push(work);
    const ready = readyOf(work, merge, suspicion);
    for (const row of ready.inbox) done.push(row);
    const at = { now: batch.now, horizon: work.horizon, lag: runtime.lag };
    const input = person && snapshot ? advanceInputOf(at, snapshot, person, ready, facts) : null;
    if (input) advancePerson(runtime, changes, ready, input, suspicion);
    else for (const { enrollmentId: id } of work.due) changes.deferred.push({ owner: work.owner, row: { id } });
  }
  return { changes, merges, forwarded, done };
}

/** The signals before a merge. For a crash suspect only the suspected signals; the others wait for the next batch. */
function readyOf(work: PersonWork, merge: number, suspicion: Suspicion): PersonWork {
  if (suspicion?.kind === "suspect") return { ...work, inbox: suspicion.inbox };
  return merge < 0 ? work : { ...work, inbox: work.inbox.slice(0, merge) };
}

function advancePerson(
  runtime: Runtime,
  changes: Changes,
  work: PersonWork,
  input: AdvanceInput,
  suspicion: Suspicion,
): void {
  if (work.inbox.length === 0 && work.due.length === 0) return;
  const { outcome, failed, rejection } = stepOf(input, suspicion);
  if (rejection !== undefined && work.inbox.length > 0) reject(changes, work, input.now, rejection);
  for (const alert of outcome.alerts) runtime.report(`${alert.code} for person ${input.person.id}`, alert);
  changes.add(work.owner, input.person, outcome);
  countEnds(changes, work, input.enrollments, outcome);
  enrollMembers(changes, work, input, outcome);
  const why = suspicion?.kind === "suspect" ? `The step ended ${suspicion.attempts} processes.` : undefined;
  for (const enrollment of failed) {
    const failure = failEnrollment(enrollment, outcome.person, input.now, why);
    changes.add(work.owner, outcome.person, failure);
    countEnds(changes, work, [enrollment], failure);
  }
  // If the signals are set aside, nothing was advanced, so timers that were due beside them must stay claimable.
  if (rejection === undefined) deferUnmoved(changes, work, outcome, failed);
}

/** Keeps signals that cannot be processed, with the reason, and raises an alert (R17). */
function reject(changes: Changes, { owner, inbox }: PersonWork, now: number, rejection: Rejection): void {
  for (const row of inbox) changes.rejected.push({ row, ...rejection });
  changes.alerts.push(rejectedAlert(owner, inbox, now, rejection.error));
}

/**
 * Writes an `enroll` signal for each person who has just joined the audience of a journey; the next batch enrolls them
 * (R28).
 */
function enrollMembers(changes: Changes, { owner }: PersonWork, input: AdvanceInput, outcome: AdvanceResult): void {
  const { audiences } = lookupsOf(input.snapshot);
  if (outcome.person.segments === input.person.segments || audiences.size === 0) return;
  for (const segment of outcome.person.segments) {
    if (input.person.segments.includes(segment)) continue;
    for (const journeyId of audiences.get(segment) ?? []) {
      const { workspaceId, personId } = owner;
      // The same time as in the membership's row: an audience build that reads the row then knows that this membership
      // is already enrolled.
      const payload = { journeyId, origin: "audience", memberSince: input.now };
      changes.inbox.push({ workspaceId, personId, kind: "enroll", payload, receivedAt: new Date(input.now) });
    }
  }
}

/** `rejection` is set if the signals are set aside, and says why. */
type Stepped = {
  readonly outcome: AdvanceResult;
  readonly failed: readonly Position[];
  readonly rejection?: Rejection;
};

function stepOf(input: AdvanceInput, suspicion: Suspicion): Stepped {
  if (suspicion?.kind === "suspect") {
    const error = `processing them ended ${suspicion.attempts} processes.`;
    const failed = input.enrollments.filter((enrollment) => suspicion.enrollments.has(enrollment.enrollmentId));
    const rejection = { reason: "process_died", error } as const;
    return { outcome: nothing(input.person), failed, ...(suspicion.inbox.length > 0 ? { rejection } : {}) };
  }
  if (suspicion?.kind === "rejected") {
    return { outcome: nothing(input.person), failed: [], rejection: { reason: "refused", error: suspicion.error } };
  }
  const barred = suspicion?.barred;
  try {
    return { outcome: advance(barred === undefined ? input : { ...input, barred }), failed: [] };
  } catch (error) {
    throw new StepRefused(input.person.id, error);
  }
}

function countEnds(changes: Changes, work: PersonWork, enrollments: readonly Position[], outcome: AdvanceResult): void {
  if (outcome.ended.length === 0) return;
  const of = new Map<string, { journeyId: string; versionId: string }>();
  for (const enrollment of [...enrollments, ...outcome.enrollments]) of.set(enrollment.enrollmentId, enrollment);
  for (const start of outcome.started) of.set(start.id, start);
  for (const revival of outcome.revived) of.set(revival.id, revival);
  for (const { id, journeyId, toVersionId: versionId } of outcome.moved) of.set(id, { journeyId, versionId });
  for (const end of outcome.ended) {
    const enrollment = of.get(end.id);
    if (enrollment) changes.countEnd(work.owner.shard, enrollment, end);
  }
}

/** A timer that was due and caused no change is not claimed again for a minute, whatever the reason. */
function deferUnmoved(changes: Changes, work: PersonWork, outcome: AdvanceResult, failed: readonly Position[]): void {
  if (work.due.length === 0) return;
  const isTouched = (id: string) =>
    outcome.enrollments.some((enrollment) => enrollment.enrollmentId === id) ||
    outcome.ended.some((end) => end.id === id) ||
    failed.some((enrollment) => enrollment.enrollmentId === id);
  for (const { enrollmentId: id } of work.due)
    if (!isTouched(id)) changes.deferred.push({ owner: work.owner, row: { id } });
}
