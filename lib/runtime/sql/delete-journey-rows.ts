import type { Slice, SliceResult } from "../operations/operation.ts";

const TABLES = [
  "positions",
  "queued_actions",
  "deliveries",
  "conversions",
  "split_choices",
  "history",
  "node_counts",
  "journey_counts",
  "near_misses",
  "alerts",
] as const;

/** Enrollments in slices, as they say how much there is; the rest of the shard goes with the last slice. */
export async function deleteJourneyRows({ sql, operation, shard, limit }: Slice): Promise<SliceResult> {
  const gone = await sql<{ id: string }[]>`
    delete from enrollments
    where shard = ${shard} and id in (
      select id from enrollments where shard = ${shard} and journey_id = ${operation.journeyId} limit ${limit})
    returning id`;
  if (gone.length === limit) return { done: gone.length, cursor: gone[0]?.id ?? null };
  for (const table of TABLES) {
    await sql`delete from ${sql(table)} where shard = ${shard} and journey_id = ${operation.journeyId}`;
  }
  return { done: gone.length, cursor: null };
}
