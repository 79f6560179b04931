import {
  actsOnGoals,
  changesPeople,
  countsSegmentEvents,
  decides,
  eventsOfDecisions,
  type LoggedEvent,
  mayReachGoal,
  type Position,
  type WorkspaceSnapshot,
} from "#engine";
import type { Configuration } from "../snapshot/configuration.ts";
import { lookupsOf } from "../snapshot/lookups.ts";
import type { PersonSignals } from "./batch-input.ts";

/**
 * Whether a goal may be reached, also after the end of an enrollment. If so, the goals that the enrollments were
 * already counted for have to be read (R52).
 */
export function reachesGoal({ inbox }: PersonSignals, snapshot: WorkspaceSnapshot | undefined): boolean {
  if (!snapshot || inbox.length === 0) return false;
  return (
    (lookupsOf(snapshot).usesSegments && countsSegmentEvents(snapshot)) ||
    inbox.some((row) => mayReachGoal(snapshot, row))
  );
}

/**
 * Finished enrollments matter only if an enrollment may start or a goal may be reached. Reading them always would, as
 * measured, make up half of the cost of reading a batch of timers.
 */
export function needsPast(work: PersonSignals, snapshot: WorkspaceSnapshot | undefined): boolean {
  if (!snapshot) return false;
  if (reachesGoal(work, snapshot)) return true;
  const { startingEvents, entersBySegment } = lookupsOf(snapshot);
  return work.inbox.some((row) => {
    if (row.kind === "event")
      return startingEvents.has((row.payload as { event?: LoggedEvent } | null)?.event?.name ?? "");
    return ENTERING.has(row.kind) || entersBySegment;
  });
}

/** Kinds of signals besides events that enroll, or that let nodes run which may enroll. */
const ENTERING: ReadonlySet<string> = new Set(["enroll", "date", "resume", "migrate", "release", "retry"]);

/** Whether a node may emit the event, or set the trait, that a goal refers to. */
export function actsOnGoal(snapshot: WorkspaceSnapshot | undefined, enrollments: readonly Position[]): boolean {
  return enrollments.some((enrollment) => {
    const program = snapshot?.programs.get(enrollment.versionId);
    return snapshot !== undefined && program !== undefined && changesPeople(program) && actsOnGoals(snapshot, program);
  });
}

/** A change that a node makes to the person may start another enrollment in the same batch (R22). */
export function entersByNode(snapshot: WorkspaceSnapshot | undefined, enrollments: readonly Position[]): boolean {
  return enrollments.some((enrollment) => {
    const program = snapshot?.programs.get(enrollment.versionId);
    return program !== undefined && changesPeople(program);
  });
}

const deciding = new WeakMap<WorkspaceSnapshot, { size: number; answer: boolean }>();

/** Whether any loaded version of the workspace decides; cached until another program is loaded. */
export function decidesSomewhere(snapshot: WorkspaceSnapshot | undefined): boolean {
  if (snapshot?.decisions === undefined) return false;
  const { size } = snapshot.programs;
  let known = deciding.get(snapshot);
  if (known?.size !== size) {
    known = { size, answer: [...snapshot.programs.values()].some(decides) };
    deciding.set(snapshot, known);
  }
  return known.answer;
}

const counted = new WeakMap<Configuration, { size: number; names: string[] }>();

/** Event names that any loaded program or segment counts; cached until another program is loaded. */
export function countedEvents(configuration: Configuration): string[] {
  const snapshots = [...configuration.snapshots.values()];
  const size = snapshots.reduce((sum, snapshot) => sum + snapshot.programs.size, 0);
  const known = counted.get(configuration);
  if (known?.size === size) return known.names;
  const names = new Set<string>();
  for (const snapshot of snapshots) {
    for (const program of snapshot.programs.values()) for (const name of program.needs.eventFacts) names.add(name);
    for (const name of lookupsOf(snapshot).segmentEvents) names.add(name);
    for (const name of eventsOfDecisions(snapshot.decisions)) names.add(name);
  }
  const found = { size, names: [...names] };
  counted.set(configuration, found);
  return found.names;
}
