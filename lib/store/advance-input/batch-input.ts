import {
  entryActsOnGoals,
  type FailedEnrollment,
  type FinishedEnrollment,
  goalKey,
  type LoggedEvent,
  type OfferHistory,
  type Person,
  type Position,
  type QueuedAction,
  type WorkspaceSnapshot,
} from "#engine";
import { type CountedRow, readCounted } from "../conversions/read.ts";
import { readFailedEnrollments, readFinishedEnrollments } from "../enrollments/read.ts";
import { readPastEvents } from "../events/read.ts";
import type { UnreadSignal } from "../inbox/read.ts";
import { readOfferHistories } from "../offer-decisions/read.ts";
import { type PersonRow, readPeople } from "../people/read.ts";
import { type PositionRow, readPositions } from "../positions/read.ts";
import { readQueuedActions } from "../queued-actions/read.ts";
import { readMemberships } from "../segment-members/read.ts";
import type { Configuration } from "../snapshot/configuration.ts";
import { loadPrograms } from "../snapshot/load-programs.ts";
import { hasStickySplits, lookupsOf } from "../snapshot/lookups.ts";
import { chosenBy, readStickyChoices } from "../split-choices/read.ts";
import type { Connection, Owner } from "../sql/connection.ts";
import { toPerson } from "./advance-input.ts";
import { actsOnGoal, countedEvents, decidesSomewhere, entersByNode, needsPast, reachesGoal } from "./needs.ts";

/** A person and their unread signals. */
export type PersonSignals = { readonly owner: Owner; readonly inbox: readonly UnreadSignal[] };

/** The people whose input is read, and what of them has been read already. */
export type Asked = {
  readonly people: ReadonlyMap<string, PersonSignals>;
  /** All running enrollments of the people who have a due one. */
  readonly enrollments: ReadonlyMap<string, readonly PositionRow[]>;
};

/** Input for advancing the people of a batch, by person id. */
export type BatchInput = {
  readonly people: ReadonlyMap<string, Person & { readonly mergedInto: string | null }>;
  readonly enrollments: ReadonlyMap<string, readonly Position[]>;
  readonly past: ReadonlyMap<string, FinishedEnrollment[]>;
  readonly queued: ReadonlyMap<string, QueuedAction[]>;
  /** Failed enrollments that a signal asks to retry. */
  readonly failed: ReadonlyMap<string, FailedEnrollment[]>;
  readonly events: ReadonlyMap<string, LoggedEvent[]>;
  readonly chosen: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** What people were offered and did with it; only in workspaces with a program that decides. */
  readonly offers: ReadonlyMap<string, OfferHistory>;
  /** By `goalKey`: what the enrollments were counted for. Only for people who may reach a goal. */
  readonly counted: ReadonlyMap<string, string[]>;
};

/** Reads only what this batch can need. The statements are sent without waiting for each other. */
export async function loadBatchInput(
  sql: Connection,
  configuration: Configuration,
  asked: Asked,
  known?: readonly PersonRow[],
): Promise<BatchInput> {
  const works = [...asked.people.values()];
  const snapshotOf = (work: PersonSignals) => configuration.snapshots.get(work.owner.workspaceId);
  const using = (what: "usesQueues" | "usesSegments") => works.filter((work) => uses(snapshotOf(work), what));
  const entering = works.filter((work) => needsPast(work, snapshotOf(work)));
  const [people, read, queued, memberships, pastOfEntering, failed] = await Promise.all([
    known ?? ask(works, (shards, ids) => readPeople(sql, shards, ids)),
    ask(
      works.filter((work) => !asked.enrollments.has(work.owner.personId)),
      (shards, ids) => readPositions(sql, shards, ids),
    ),
    ask(using("usesQueues"), (shards, ids) => readQueuedActions(sql, shards, ids)),
    ask(using("usesSegments"), (shards, ids) => readMemberships(sql, shards, ids)),
    ask(entering, (shards, ids) => readFinishedEnrollments(sql, shards, ids)),
    readRetried(sql, works),
  ]);
  const enrollmentsOf = new Map([...Map.groupBy(read, (row) => row.personId), ...asked.enrollments]);
  await loadPrograms(sql, configuration, versionsOf(works, enrollmentsOf, failed));
  const knownPast = new Set(entering);
  const touching = works.filter(
    (work) => !knownPast.has(work) && entersByNode(snapshotOf(work), enrollmentsOf.get(work.owner.personId) ?? []),
  );
  const counted = countedEvents(configuration);
  const enters = new Set([...entering, ...touching]);
  const reaching = works.filter((work) => {
    const snapshot = snapshotOf(work);
    if (reachesGoal(work, snapshot) || actsOnGoal(snapshot, enrollmentsOf.get(work.owner.personId) ?? [])) return true;
    return snapshot !== undefined && enters.has(work) && entryActsOnGoals(snapshot);
  });
  const [pastOfActing, events, chosen, conversions, offers] = await Promise.all([
    ask(touching, (shards, ids) => readFinishedEnrollments(sql, shards, ids)),
    ask(counted.length > 0 ? works : [], (shards, ids) => readPastEvents(sql, shards, ids, counted)),
    ask(
      works.filter((work) => hasStickySplits(snapshotOf(work))),
      (shards, ids) => readStickyChoices(sql, shards, ids),
    ),
    ask(reaching, (shards, ids) => readCounted(sql, shards, ids)),
    readOfferHistories(
      sql,
      works.filter((work) => decidesSomewhere(snapshotOf(work))).map(({ owner }) => owner),
    ),
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
    offers,
    counted: countedBy(conversions),
  };
}

const uses = (snapshot: WorkspaceSnapshot | undefined, what: "usesQueues" | "usesSegments"): boolean =>
  snapshot !== undefined && lookupsOf(snapshot)[what];

function countedBy(rows: readonly CountedRow[]): Map<string, string[]> {
  const keys = rows.map((row) => ({ ...row, key: goalKey(row.enrollmentId, row.goalRevision) }));
  return new Map([...Map.groupBy(keys, (row) => row.personId)].map(([id, own]) => [id, own.map(({ key }) => key)]));
}

/** Versions that people stand on, failed on, or are moved to by their signals (R35, R36), each once. */
function versionsOf(
  works: readonly PersonSignals[],
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

function readRetried(sql: Connection, works: readonly PersonSignals[]) {
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
  works: readonly PersonSignals[],
  read: (shards: number[], people: string[]) => Promise<Row[]>,
): Promise<Row[]> | Row[] {
  if (works.length === 0) return [];
  return read(
    works.map((work) => work.owner.shard),
    works.map((work) => work.owner.personId),
  );
}
