import { countRevisionOf, goalEvents, goalsReached, type JourneyState, type Program, TOO_OLD_MS } from "#engine";
import { durationSeconds, GOAL_WINDOW, parseDuration } from "#journey";
import { readCounted } from "#store/conversions";
import { readRecountSlice, readStays } from "#store/enrollments";
import { readGoalEvents, readLogStart } from "#store/events";
import { showCounted } from "#store/journeys";
import { keepResult, type SliceResult } from "#store/operations";
import { readPeople } from "#store/people";
import { readChangesSince } from "#store/person-changes";
import { readPrograms } from "#store/versions";
import { DAY_SECONDS } from "#times";
import { addConversions } from "../batch/add-conversions.ts";
import type { OperationKind, Slice } from "./operation.ts";

/** Each enrollment is read with its log, so a slice is smaller than one of plain rows. */
const SLICE = 500;

/**
 * Evaluates the goal of one version for every enrollment of a journey, as it would be evaluated live (R26, R52).
 * Conversions are keyed by (enrollment, goal), so it may run repeatedly. Its result says how far back the log goes.
 * Until it is done the conversions of the previous goal are shown.
 */
export const recount: OperationKind = {
  work: async (slice) => {
    const versionId = String(slice.operation.input.versionId);
    const [version] = await readPrograms(slice.sql, [versionId]);
    if (!version?.program.goal) return { done: 0, cursor: null };
    return await recountSlice(slice, version.program);
  },
  finish: async (sql, operation) => {
    await keepResult(sql, operation.id, { logFrom: await readLogStart(sql) });
    await showCounted(sql, String(operation.journeyId), String(operation.input.versionId));
  },
};

async function recountSlice(slice: Slice, program: Program): Promise<SliceResult> {
  const { shard, operation } = slice;
  const enrollments = await readRecountSlice(slice, SLICE);
  const { journeyId } = program;
  const goalRevision = countRevisionOf(program);
  const inSlice = new Set(enrollments.map(({ id }) => id));
  const people = await readCountedPeople(slice, program, [
    ...new Set(enrollments.map((enrollment) => enrollment.personId)),
  ]);
  const conversions = people.flatMap(({ person, stays, ...rest }) => {
    const owner = { shard, workspaceId: operation.workspaceId, personId: person.id };
    const versionOf = new Map(stays.map((stay) => [stay.enrollmentId, stay.versionId]));
    // Conversions of enrollments in other slices are found when those slices run.
    const reached = goalsReached(program, { person, stays, ...rest }).filter((one) => inSlice.has(one.enrollmentId));
    return reached.map((one) => {
      const versionId = versionOf.get(one.enrollmentId) ?? program.versionId;
      return { owner, row: { ...one, journeyId, versionId, goalRevision } };
    });
  });
  await addConversions(slice.sql, conversions);
  return { done: enrollments.length, cursor: enrollments.length < SLICE ? null : (enrollments.at(-1)?.id ?? null) };
}

/** Everything in the logs about the people in the journey. */
async function readCountedPeople({ sql, shard, operation, snapshot }: Slice, program: Program, ids: string[]) {
  const shards = ids.map(() => shard);
  const [people, stays, counted] = await Promise.all([
    readPeople(sql, shards, ids),
    readStays(sql, shard, operation.journeyId, ids),
    readCounted(sql, shards, ids),
  ]);
  const names = goalEvents(program.goal);
  const [events, changes] = await Promise.all([
    readGoalEvents({ sql, shard }, stays, { names, windowDays: windowDays(program) }),
    names.length > 0 ? [] : readChangesSince({ sql, shard }, stays),
  ]);
  const own = counted.filter((row) => row.goalRevision === countRevisionOf(program));
  const [staysOf, countedOf] = [byPerson(stays), byPerson(own)];
  const [eventsOf, changesOf] = [byPerson(events), byPerson(changes)];
  return people.map((row) => ({
    person: { ...row, segments: [] },
    stays: staysOf.get(row.id) ?? [],
    counted: countedOf.get(row.id) ?? [],
    events: eventsOf.get(row.id) ?? [],
    changes: changesOf.get(row.id) ?? [],
    journey: snapshot?.journeys.get(program.journeyId) ?? unpaused(program),
    timezone: snapshot?.workspace.timezone ?? "UTC",
    tooOldMs: snapshot?.workspace.tooOldMs ?? TOO_OLD_MS,
  }));
}

const byPerson = <Row extends { readonly personId: string }>(rows: readonly Row[]): Map<string, Row[]> =>
  Map.groupBy(rows, ({ personId }) => personId);

/** Placeholder state for a journey that is no longer in the configuration, so that no pause applies. */
const unpaused = ({ journeyId: id }: Program): JourneyState => ({
  id,
  number: 0,
  status: "archived",
  pauseMode: null,
  pauses: [],
  onResume: "fire",
  epoch: 1,
  entryVersionId: null,
});

/**
 * Rounded up, because months and daylight saving vary. The exact decision which event counts is made by the calendar.
 */
function windowDays({ goal }: Program): number {
  const window = parseDuration(goal?.window ?? GOAL_WINDOW) ?? {};
  return Math.ceil((durationSeconds(window) * 1.05) / DAY_SECONDS) + 1;
}
