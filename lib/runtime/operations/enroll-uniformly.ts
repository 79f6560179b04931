import { isCluster, newId } from "#db";
import { enterUniformly, traitsOfEntry, type UniformEntry } from "#engine";
import { insertUniformEnrollments, readSharedTraits, type UniformEnrollments } from "#store/enrollments";
import { insertJourneyCounts, quarterOf } from "#store/journey-counts";
import { insertNodeCounts } from "#store/node-counts";
import type { Source } from "#store/people";
import { forceCustomPlans, forceIndexScans, inOrder } from "#store/sql";
import { isRefusal } from "../batch/refusal.ts";
import type { Slice } from "./operation.ts";

type EnrollSignal = Parameters<typeof enterUniformly>[1];

/** With more groups of people who have the same traits, a slice would be many small ones. */
const MOST_GROUPS = 32;
const EVERYBODY = { key: "", traits: {} };

/**
 * Enrolls all people of a slice for whom the entry is uniform, in one statement: all of them, or those with the same traits
 * alike if it asks for traits (0122). Returns the remaining people, or null if everybody has to be advanced one by one.
 */
export async function enrollUniformly(
  slice: Slice,
  source: Source,
  payload: Record<string, unknown>,
): Promise<UniformEnrollments | null> {
  const { sql, snapshot, shard, now, operation, hasCrashed, runtime } = slice;
  // A cluster refuses a statement that writes several tables.
  if (!snapshot || hasCrashed || (await isCluster(runtime.database))) return null;
  const signal = { ...payload, kind: "enroll", id: newId(shard), at: now } as EnrollSignal;
  const members = typeof operation.input.segmentId === "string" ? operation.input.segmentId : null;
  const names = traitsOfEntry(snapshot, signal);
  if (names === null) return null;
  const groups = names.length === 0 ? [EVERYBODY] : await readSharedTraits(sql, source, names, MOST_GROUPS + 1);
  if (groups.length > MOST_GROUPS) return null;
  const entries = groups.flatMap(({ key, traits }) => {
    const entry = enterUniformly(snapshot, signal, members, { names, traits });
    return entry === null ? [] : [{ key, entry }];
  });
  if (entries.length === 0) return null;
  try {
    return await sql.savepoint(async (tx) => {
      await Promise.all([forceIndexScans(tx), forceCustomPlans(tx)]);
      const done = await inOrder(tx, () => insertUniformEnrollments({ ...slice, sql: tx }, source, names, entries));
      for (const { key, entry } of entries) {
        const entered = done.entered[key] ?? 0;
        if (entered > 0) await count({ ...slice, sql: tx }, entry, entered);
      }
      return done;
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return null;
  }
}

async function count({ sql, shard }: Slice, { counts, start }: UniformEntry, people: number): Promise<void> {
  const { journeyId, versionId } = start;
  const at = quarterOf(start.enrolledAt);
  await Promise.all([
    insertNodeCounts(
      sql,
      counts.map((delta) => ({
        ...delta,
        shard,
        entered: delta.entered * people,
        advanced: delta.advanced * people,
        exited: delta.exited * people,
        failed: delta.failed * people,
      })),
    ),
    insertJourneyCounts(sql, [
      { shard, journeyId, versionId, at, enrolled: people, completed: 0, stopped: 0, failed: 0 },
    ]),
  ]);
}
