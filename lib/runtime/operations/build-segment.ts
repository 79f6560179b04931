import {
  asksForTimesOnly,
  type CountedAlone,
  countedAlone,
  type LoggedEvent,
  membershipsOf,
  type Person,
  type SegmentDefinition,
  segmentEvents,
  segmentWithSources,
  type WorkspaceSnapshot,
} from "#engine";
import { RuleGroup } from "#journey";
import { raiseRevision } from "#store/engine-config";
import { readPastEvents, readTimesOfSlice } from "#store/events";
import { appendSignals } from "#store/inbox";
import type { SliceResult } from "#store/operations";
import { type PersonRow, readBuildSlice, readPeople } from "#store/people";
import { buildByCount, insertMemberships, readMemberships } from "#store/segment-members";
import { advanceRechecks } from "#store/segment-rechecks";
import { markBuilt, readSegmentRules } from "#store/segments";
import type { Owned } from "#store/sql";
import { eachOrSetAside } from "../set-aside.ts";
import type { OperationKind, Slice } from "./operation.ts";

/**
 * Evaluates the segment for each person with the engine's own rules (R24). The first build only writes the memberships;
 * after a change of the rules people enter and leave through their inboxes, with all consequences (R28).
 */
export const buildSegment: OperationKind = {
  work: async (slice) => {
    const segmentId = String(slice.operation.input.segmentId);
    const segment = await readSegmentRules(slice.sql, segmentId);
    const rules = RuleGroup.safeParse(segment?.rules);
    if (!segment || !rules.success || !slice.snapshot?.segments) return { done: 0, cursor: null };
    // Segments that the rules refer to are evaluated too, because they may not be built yet.
    const sources = segmentWithSources(segmentId, slice.snapshot.segments);
    const build = { segmentId, sources, isFirst: segment.builtAt === null };
    const { timezone } = slice.snapshot.workspace;
    const counted = sources.length === 1 ? countedAlone(rules.data, slice.now, timezone) : null;
    if (counted !== null) return await buildCounted(slice, slice.snapshot, build, counted);
    return await judgeSlice(slice, slice.snapshot, build);
  },
  finish: async (sql, operation) => {
    await markBuilt(sql, String(operation.input.segmentId));
    await raiseRevision(sql);
  },
};

type Build = { readonly segmentId: string; readonly sources: readonly SegmentDefinition[]; readonly isFirst: boolean };
type Judged = { readonly joined: string[]; readonly left: string[]; readonly rechecks: Owned<number>[] };
type Outcome = { readonly [Part in keyof Judged]: readonly Judged[Part][number][] };

/** A segment by the number of events alone: the database builds it, except for people who have a window of their own. */
async function buildCounted(
  slice: Slice,
  snapshot: WorkspaceSnapshot,
  build: Build,
  rule: CountedAlone,
): Promise<SliceResult> {
  const { sql, shard, limit } = slice;
  const { seen, last, others, joined, left } = await buildByCount(slice, { ...build, rule });
  await writeJudged(slice, { ...build, isFirst: false }, { joined, left, rechecks: [] });
  if (others.length > 0) {
    const people = await readPeople(
      sql,
      others.map(() => shard),
      [...others],
    );
    await judgePeople(slice, snapshot, build, await withEvents(slice, people, [rule.name]));
  }
  return { done: seen, cursor: seen < limit ? null : last };
}

async function judgeSlice(slice: Slice, snapshot: WorkspaceSnapshot, build: Build): Promise<SliceResult> {
  const { limit } = slice;
  const names = [...new Set(build.sources.flatMap(({ rules }) => segmentEvents(rules)))];
  const people =
    names.length > 0 && build.sources.every(({ rules }) => asksForTimesOnly(rules))
      ? await readByTimes(slice, build.segmentId, names)
      : await readWhole(slice, names);
  await judgePeople(slice, snapshot, build, people);
  return { done: people.length, cursor: people.length < limit ? null : (people.at(-1)?.person.id ?? null) };
}

async function judgePeople(
  slice: Slice,
  snapshot: WorkspaceSnapshot,
  build: Build,
  people: readonly Judgeable[],
): Promise<void> {
  if (people.length === 0) return;
  const judged: Judged = { joined: [], left: [], rechecks: [] };
  const about = {
    workspaceId: slice.operation.workspaceId,
    journeyId: null,
    subject: `people for whom segment ${build.segmentId} cannot be evaluated`,
    at: slice.now,
  };
  await eachOrSetAside(slice.runtime, about, people, ({ person, events }) => {
    const found = judge(slice, snapshot, build, person, events);
    if (found.joins.includes(build.segmentId)) judged.joined.push(person.id);
    if (found.leaves.includes(build.segmentId)) judged.left.push(person.id);
    if (found.recheckAt !== null)
      judged.rechecks.push({
        owner: { shard: slice.shard, workspaceId: about.workspaceId, personId: person.id },
        row: found.recheckAt,
      });
  });
  await writeJudged(slice, build, judged);
}

async function writeJudged({ sql, shard, now, operation }: Slice, build: Build, judged: Outcome): Promise<void> {
  const { joined, left, rechecks } = judged;
  const { workspaceId } = operation;
  if (build.isFirst && joined.length > 0) {
    await insertMemberships(
      sql,
      joined.map((personId) => ({ owner: { shard, workspaceId, personId }, row: build.segmentId })),
      now,
    );
  }
  await advanceRechecks(sql, rechecks);
  const patch = (personId: string, change: object) => patchOf(workspaceId, personId, change, now);
  await appendSignals(sql, [
    ...(build.isFirst ? [] : joined).map((personId) => patch(personId, { addSegments: [build.segmentId] })),
    ...left.map((personId) => patch(personId, { removeSegments: [build.segmentId] })),
  ]);
}

type Judgeable = { readonly id: string; readonly person: Person; readonly events: readonly LoggedEvent[] };

/** People as the engine knows them, with their events. */
async function readWhole(slice: Slice, names: readonly string[]): Promise<Judgeable[]> {
  return await withEvents(slice, await readBuildSlice(slice), names);
}

async function withEvents(
  { sql, shard }: Slice,
  people: readonly PersonRow[],
  names: readonly string[],
): Promise<Judgeable[]> {
  const ids = people.map((person) => person.id);
  const shards = ids.map(() => shard);
  const [memberships, events] = await Promise.all([
    readMemberships(sql, shards, ids),
    names.length === 0 ? [] : readPastEvents(sql, shards, ids, names),
  ]);
  const segmentsOf = Map.groupBy(memberships, (row) => row.personId);
  const eventsOf = Map.groupBy(events, (row) => row.personId);
  return people.map((row) => {
    const segments = (segmentsOf.get(row.id) ?? []).map((membership) => membership.segmentId);
    return { id: row.id, person: { ...row, segments }, events: eventsOf.get(row.id) ?? [] };
  });
}

/** People of whom the rules ask only when events happened: nothing else is read of them. */
async function readByTimes(slice: Slice, segmentId: string, names: readonly string[]): Promise<Judgeable[]> {
  const rows = await readTimesOfSlice(slice, segmentId, names);
  return rows.map(({ id, timezone, isMember, names: of, times }) => ({
    id,
    person: {
      id,
      externalId: null,
      anonymousId: null,
      traits: timezone === null ? {} : { timezone },
      tags: [],
      stage: null,
      segments: isMember ? [segmentId] : [],
      lastEnteredAt: null,
      createdAt: 0,
    },
    events: (times ?? []).map((timestamp, place) => ({
      id,
      name: of?.[place] ?? "",
      properties: {},
      timestamp,
      receivedAt: timestamp,
      imported: false,
    })),
  }));
}

function judge(
  { now }: Slice,
  { workspace: { timezone }, segments }: WorkspaceSnapshot,
  { sources }: Build,
  person: Person,
  events: readonly LoggedEvent[],
): ReturnType<typeof membershipsOf> {
  return membershipsOf({ timezone, segments }, person, events, now, sources);
}

function patchOf(workspaceId: string, personId: string, patch: object, now: number) {
  return { workspaceId, personId, kind: "patch", payload: { patch, source: "segment" }, receivedAt: new Date(now) };
}
