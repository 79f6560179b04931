import {
  actsOnGoals,
  changesPeople,
  countsSegmentEvents,
  entryActsOnGoals,
  type FailedEnrollment,
  type FinishedEnrollment,
  goalKey,
  type LoggedEvent,
  mayReachGoal,
  type Person,
  type Position,
  type QueuedAction,
} from "#engine";
import { type CountedRow, readCounted } from "#store/conversions";
import { readFailedEnrollments, readFinishedEnrollments } from "#store/enrollments";
import { readPastEvents } from "#store/events";
import { type PersonRow, readPeople } from "#store/people";
import { readPositions } from "#store/positions";
import { readQueuedActions } from "#store/queued-actions";
import { readMemberships } from "#store/segment-members";
import { readStickyChoices, type StickyChoiceRow } from "#store/split-choices";
import type { Connection } from "#store/sql";
import type { Configuration, LoadedWorld } from "../world/configuration.ts";
import { loadPrograms } from "../world/load-programs.ts";
import { hasStickySplits } from "../world/sticky-splits.ts";
import type { Batch, PersonWork } from "./batch.ts";

/** All that the batch's people are judged by, by person id. */
export type BatchInput = {
  readonly people: ReadonlyMap<string, Person & { readonly mergedInto: string | null }>;
  readonly enrollments: ReadonlyMap<string, readonly Position[]>;
  readonly past: ReadonlyMap<string, FinishedEnrollment[]>;
  readonly queued: ReadonlyMap<string, QueuedAction[]>;
  /** Failed enrollments that are to be retried. */
  readonly failed: ReadonlyMap<string, FailedEnrollment[]>;
  readonly events: ReadonlyMap<string, LoggedEvent[]>;
  readonly chosen: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** By `goalKey`: what their enrollments were counted for, of people who may reach a goal. */
  readonly counted: ReadonlyMap<string, string[]>;
};

/** Loads only what this batch can need; statements are sent without waiting for each other. */
export async function loadBatchInput(
  sql: Connection,
  configuration: Configuration,
  batch: Batch,
  known?: readonly PersonRow[],
): Promise<BatchInput> {
  const works = [...batch.people.values()];
  const worldOf = (work: PersonWork) => configuration.worlds.get(work.owner.workspaceId);
  const entering = works.filter((work) => needsPast(work, worldOf(work)));
  const [people, read, queued, memberships, pastOfEntering, failed] = await Promise.all([
    known ?? ask(works, (shards, ids) => readPeople(sql, shards, ids)),
    ask(
      works.filter((work) => !batch.enrollments.has(work.owner.personId)),
      (shards, ids) => readPositions(sql, shards, ids),
    ),
    ask(
      works.filter((work) => worldOf(work)?.usesQueues),
      (shards, ids) => readQueuedActions(sql, shards, ids),
    ),
    ask(
      works.filter((work) => worldOf(work)?.usesSegments),
      (shards, ids) => readMemberships(sql, shards, ids),
    ),
    ask(entering, (shards, ids) => readFinishedEnrollments(sql, shards, ids)),
    readRetried(sql, works),
  ]);
  const enrollmentsOf = new Map([...Map.groupBy(read, (row) => row.personId), ...batch.enrollments]);
  await loadPrograms(sql, configuration, versionsOf(works, enrollmentsOf, failed));
  const asked = new Set(entering);
  const touching = works.filter(
    (work) => !asked.has(work) && entersByNode(worldOf(work), enrollmentsOf.get(work.owner.personId) ?? []),
  );
  const counted = countedEvents(configuration);
  const enters = new Set([...entering, ...touching]);
  const reaching = works.filter((work) => {
    const world = worldOf(work);
    if (reachesGoal(work, world) || actsOnGoal(world, enrollmentsOf.get(work.owner.personId) ?? [])) return true;
    return world !== undefined && enters.has(work) && entryActsOnGoals(world);
  });
  const [pastOfActing, events, chosen, conversions] = await Promise.all([
    ask(touching, (shards, ids) => readFinishedEnrollments(sql, shards, ids)),
    ask(counted.length > 0 ? works : [], (shards, ids) => readPastEvents(sql, shards, ids, counted)),
    ask(
      works.filter((work) => hasStickySplits(worldOf(work))),
      (shards, ids) => readStickyChoices(sql, shards, ids),
    ),
    ask(reaching, (shards, ids) => readCounted(sql, shards, ids)),
  ]);
  const pastOf = Map.groupBy([...pastOfEntering, ...pastOfActing], (row) => row.personId);
  const segmentsOf = Map.groupBy(memberships, (row) => row.personId);
  const entriesOf = (id: string) => [...(enrollmentsOf.get(id) ?? []), ...(pastOf.get(id) ?? [])];
  return {
    people: new Map(people.map((row) => [row.id, toPerson(row, segmentsOf.get(row.id) ?? [], entriesOf(row.id))])),
    enrollments: enrollmentsOf,
    past: pastOf,
    queued: Map.groupBy(queued, (row) => row.personId),
    failed: Map.groupBy(failed, (row) => row.personId),
    events: Map.groupBy(events, (row) => row.personId),
    chosen: chosenBy(chosen),
    counted: countedBy(conversions),
  };
}

function chosenBy(rows: readonly StickyChoiceRow[]): Map<string, Record<string, string>> {
  const chosen = new Map<string, Record<string, string>>();
  for (const { personId, nodeId, edgeId } of rows) chosen.set(personId, { ...chosen.get(personId), [nodeId]: edgeId });
  return chosen;
}

function countedBy(rows: readonly CountedRow[]): Map<string, string[]> {
  const keys = rows.map((row) => ({ ...row, key: goalKey(row.enrollmentId, row.goalRevision) }));
  return new Map([...Map.groupBy(keys, (row) => row.personId)].map(([id, own]) => [id, own.map(({ key }) => key)]));
}

/** Versions that people stand on, failed on, or are moved to by their signals (R35, R36), each once. */
function versionsOf(
  works: readonly PersonWork[],
  enrollments: ReadonlyMap<string, readonly { versionId: string }[]>,
  failed: readonly { personId: string; versionId: string }[],
): { workspaceId: string; versionId: string }[] {
  const workspaces = new Map<string, string>();
  const failedOf = Map.groupBy(failed, (row) => row.personId);
  for (const { owner, inbox } of works) {
    const { personId, workspaceId } = owner;
    for (const { versionId } of enrollments.get(personId) ?? []) workspaces.set(versionId, workspaceId);
    for (const { versionId } of failedOf.get(personId) ?? []) workspaces.set(versionId, workspaceId);
    for (const { kind, payload } of inbox)
      if (kind === "migrate" && typeof payload?.toVersionId === "string")
        workspaces.set(payload.toVersionId, workspaceId);
  }
  return [...workspaces].map(([versionId, workspaceId]) => ({ workspaceId, versionId }));
}

function readRetried(sql: Connection, works: readonly PersonWork[]) {
  const wanted = works.flatMap(({ owner, inbox }) =>
    inbox.flatMap(({ kind, payload }) =>
      kind === "retry" && typeof payload?.enrollmentId === "string"
        ? [[owner.shard, payload.enrollmentId] as const]
        : [],
    ),
  );
  if (wanted.length === 0) return [];
  return readFailedEnrollments(
    sql,
    wanted.map(([shard]) => shard),
    wanted.map(([, id]) => id),
  );
}

function ask<Row>(
  works: readonly PersonWork[],
  read: (shards: number[], people: string[]) => Promise<Row[]>,
): Promise<Row[]> | Row[] {
  if (works.length === 0) return [];
  return read(
    works.map((work) => work.owner.shard),
    works.map((work) => work.owner.personId),
  );
}

/** A goal may be reached, also after the end of an enrollment: which ones it has counted for is asked then (R52). */
function reachesGoal({ inbox }: PersonWork, world: LoadedWorld | undefined): boolean {
  if (!world || inbox.length === 0) return false;
  return (world.usesSegments && countsSegmentEvents(world)) || inbox.some((row) => mayReachGoal(world, row));
}

/**
 * Finished enrollments matter only where one may begin, or a goal be reached: measured, half of what reading a batch of
 * wake-ups would cost.
 */
function needsPast(work: PersonWork, world: LoadedWorld | undefined): boolean {
  if (!world) return false;
  if (reachesGoal(work, world)) return true;
  return work.inbox.some((row) => {
    if (row.kind === "event")
      return world.startingEvents.has((row.payload as { event?: LoggedEvent } | null)?.event?.name ?? "");
    return ENTERING.has(row.kind) || world.entersBySegment;
  });
}

/** Besides events: what enrolls, or lets nodes run that may enroll. */
const ENTERING: ReadonlySet<string> = new Set(["enroll", "date", "resume", "migrate", "retry"]);

/** A node may make the event, or set the trait, that a goal is about. */
function actsOnGoal(world: LoadedWorld | undefined, enrollments: readonly Position[]): boolean {
  return enrollments.some((enrollment) => {
    const program = world?.programs.get(enrollment.versionId);
    return world !== undefined && program !== undefined && changesPeople(program) && actsOnGoals(world, program);
  });
}

/** What a node does to the person may start another enrollment in the same batch (R22). */
function entersByNode(world: LoadedWorld | undefined, enrollments: readonly Position[]): boolean {
  return enrollments.some((enrollment) => {
    const program = world?.programs.get(enrollment.versionId);
    return program !== undefined && changesPeople(program);
  });
}

const counted = new WeakMap<Configuration, { size: number; names: string[] }>();

/** Names that any loaded program or segment counts; remembered until another program is loaded. */
function countedEvents(configuration: Configuration): string[] {
  const worlds = [...configuration.worlds.values()];
  const size = worlds.reduce((sum, world) => sum + world.programs.size, 0);
  const known = counted.get(configuration);
  if (known?.size === size) return known.names;
  const names = new Set<string>();
  for (const world of worlds) {
    for (const program of world.programs.values()) for (const name of program.needs.eventFacts) names.add(name);
    for (const name of world.segmentEvents) names.add(name);
  }
  const found = { size, names: [...names] };
  counted.set(configuration, found);
  return found.names;
}

/** Written on the person with each entry, the last time was a fifteenth of a short enrollment's cost (R29). */
function toPerson(
  row: PersonRow,
  memberships: readonly { segmentId: string }[],
  entries: readonly { enrolledAt: number }[],
) {
  const { id, externalId, anonymousId, traits, tags, stage, mergedInto, createdAt, bucketKey } = row;
  const segments = memberships.map((membership) => membership.segmentId);
  return {
    id,
    externalId,
    anonymousId,
    traits,
    tags,
    stage,
    segments,
    mergedInto,
    lastEnteredAt: latest(row.lastEnteredAt, entries),
    createdAt,
    bucketKey,
  };
}

const latest = (before: number | null, entries: readonly { enrolledAt: number }[]): number | null =>
  entries.reduce<number | null>((last, { enrolledAt }) => Math.max(last ?? enrolledAt, enrolledAt), before);
