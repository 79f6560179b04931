import { shardOf } from "#db";
import type { Person } from "#engine";
import type { SliceResult } from "#store/operations";
import { eraseRows, eraseTraces, readPeople } from "#store/people";
import { readPositions } from "#store/positions";
import { Changes } from "../batch/changes.ts";
import { stopEnrollment } from "../batch/end-enrollment.ts";
import { writeChanges } from "../batch/write-changes.ts";
import { FIRST, type OperationKind, type Slice } from "./operation.ts";

/** Longer than any request that was storing an event of the person when the first pass began. */
const SECOND_PASS_MS = 5_000;

/** The people, and everyone who was merged into them; the people come first. */
const peopleOf = (input: Record<string, unknown>): string[] =>
  Array.isArray(input.people) ? input.people.map(String) : [];

/**
 * Deletes a person, or up to a thousand (`input: {people, count?}`), from every table (R40). Their enrollments are stopped and counted first; then all rows are deleted
 * under the lock of each shard that has some. A second pass deletes what arrived meanwhile. Counters stay.
 */
export const erase: OperationKind = {
  shards: ({ input }) => [...new Set(peopleOf(input).map(shardOf))],
  work: async (slice) => {
    const people = peopleOf(slice.operation.input).filter((id) => shardOf(id) === slice.shard);
    if (slice.cursor === FIRST) return await firstPass(slice, people);
    await eraseRows(slice, people);
    return { done: 0, cursor: null };
  },
  finish: (sql, operation) => eraseTraces(sql, operation, peopleOf(operation.input)),
};

async function firstPass(slice: Slice, people: string[]): Promise<SliceResult> {
  await stopEnrollments(slice, people);
  await eraseRows(slice, people);
  const { count } = slice.operation.input;
  const survivors = new Set(peopleOf(slice.operation.input).slice(0, typeof count === "number" ? count : 1));
  // Any id but the lowest works: the cursor only records that the first pass is done, and contains no person's id.
  const cursor = FIRST.replace(/.$/, "1");
  return { done: people.filter((id) => survivors.has(id)).length, cursor, pauseMs: SECOND_PASS_MS };
}

async function stopEnrollments({ sql, shard, now, operation }: Slice, people: string[]): Promise<void> {
  const shards = people.map(() => shard);
  const [rows, enrollments] = await Promise.all([readPeople(sql, shards, people), readPositions(sql, shards, people)]);
  const known = new Map(rows.map((row) => [row.id, row]));
  const changes = new Changes();
  for (const enrollment of enrollments) {
    const row = known.get(enrollment.personId);
    if (!row) continue;
    const person: Person = { ...row, segments: [] };
    const owner = { shard, workspaceId: operation.workspaceId, personId: enrollment.personId };
    const outcome = stopEnrollment(enrollment, person, now, "erased");
    changes.add(owner, person, outcome);
    for (const end of outcome.ended) changes.countEnd(shard, enrollment, end);
  }
  await writeChanges(sql, changes, now);
}
