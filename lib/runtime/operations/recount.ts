import { goalEvents, goalReached, type Person, type Program } from "#engine";
import { addConversions } from "../batch/add-conversions.ts";
import { readLogStart } from "../sql/read-log-start.ts";
import { readPeople } from "../sql/read-people.ts";
import { readPrograms } from "../sql/read-programs.ts";
import { readRecountSlice } from "../sql/read-recount-slice.ts";
import { recountPaths } from "../sql/recount-paths.ts";
import type { OperationKind, Slice, SliceResult } from "./operation.ts";

/** Each trip brings its log along, so a slice is shorter than one of plain rows. */
const TRIPS = 500;
const TOO_OLD_MS = 72 * 3_600_000;

/**
 * Judges every trip of a journey again by the goal of one version, over the same interval as live (R26). Conversions are
 * keyed by (trip, goal), so it may run as often as asked; its result says how far back the log goes.
 */
export const recount: OperationKind = {
  work: async (slice) => {
    const versionId = String(slice.operation.input.versionId);
    const [version] = await readPrograms(slice.sql, [versionId]);
    if (!version?.program.goal) return { done: 0, cursor: null };
    return await recountSlice(slice, version.program);
  },
  finish: async (sql, operation) => {
    const result = JSON.stringify({ logFrom: await readLogStart(sql) });
    await sql`update operations set result = ${result}::text::jsonb where id = ${operation.id}`;
  },
};

async function recountSlice(slice: Slice, program: Program): Promise<SliceResult> {
  const { sql, shard, operation, world } = slice;
  const names = goalEvents(program);
  const trips = await readRecountSlice(slice, TRIPS, names);
  const ids = [...new Set(trips.map((trip) => trip.personId))];
  const rows = await readPeople(
    sql,
    ids.map(() => shard),
    ids,
  );
  const people = new Map(rows.map((row): [string, Person] => [row.id, { ...row, segments: [] }]));
  const tooOldMs = world?.workspace.tooOldMs ?? TOO_OLD_MS;
  const conversions = trips.flatMap((trip) => {
    const person = people.get(trip.personId);
    const reached = person ? goalReached(program, { ...trip, person, tooOldMs }) : null;
    if (!reached) return [];
    const owner = { shard, workspaceId: operation.workspaceId, personId: trip.personId };
    const { journeyId, versionId, goalRevision } = program;
    return [{ owner, row: { enrollmentId: trip.id, journeyId, versionId, goalRevision, ...reached } }];
  });
  await addConversions(sql, conversions, { counted: false });
  if (trips.length < TRIPS) await recountPaths(sql, { ...program, shard });
  return { done: trips.length, cursor: trips.length < TRIPS ? null : (trips.at(-1)?.id ?? null) };
}
