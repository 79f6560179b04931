import type { Conversion } from "#engine";
import type { Connection, Owned } from "../sql/connection.ts";
import { insertConversions } from "../sql/insert-conversions.ts";
import { insertJourneyCounts, type JourneyCount } from "../sql/insert-journey-counts.ts";
import { uncountPaths } from "../sql/uncount-paths.ts";

/**
 * Stores conversions and keeps the counters at what is stored: a recount may know a trip's goal before the trip reaches it
 * again live. `counted` = the batch has counted every one of them already.
 */
export async function addConversions(
  sql: Connection,
  rows: readonly Owned<Conversion>[],
  { counted }: { readonly counted: boolean },
): Promise<void> {
  if (rows.length === 0) return;
  const inserted = await insertConversions(sql, rows);
  if (counted && inserted.length === rows.length) return;
  const fresh = new Set(inserted.map((row) => `${row.enrollmentId} ${row.goalRevision}`));
  const counts = new Map<string, JourneyCount>();
  const known: Owned<Conversion>[] = [];
  for (const { owner, row } of rows) {
    const isNew = fresh.delete(`${row.enrollmentId} ${row.goalRevision}`);
    const missing = Number(isNew) - Number(counted);
    if (missing === 0) continue;
    if (missing < 0) known.push({ owner, row });
    const { shard } = owner;
    const { journeyId, versionId } = row;
    const none = { enrolled: 0, completed: 0, stopped: 0, failed: 0, converted: 0 };
    const count = counts.get(`${shard} ${versionId}`) ?? { shard, journeyId, versionId, ...none };
    count.converted += missing;
    counts.set(`${shard} ${versionId}`, count);
  }
  if (known.length > 0) await uncountPaths(sql, known);
  if (counts.size > 0) await insertJourneyCounts(sql, [...counts.values()]);
}
