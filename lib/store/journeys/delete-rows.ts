import type { SliceQuery, SliceResult } from "../operations/slice.ts";
import { shardedTablesWith } from "../tables.ts";

/**
 * Enrollments in slices, as they say how much there is; the rest of the shard goes with the last slice. People keep when they
 * entered: the days that other journeys leave them in peace go on (R29).
 */
export async function deleteJourneyRows({ sql, operation, shard, limit }: SliceQuery): Promise<SliceResult> {
  const gone = await sql<{ id: string }[]>`
    with gone as (
      delete from enrollments
      where shard = ${shard} and id in (
        select id from enrollments where shard = ${shard} and journey_id = ${operation.journeyId} limit ${limit})
      returning id, person_id, enrolled_at
    ), kept as (
      update people set last_entered_at = greatest(last_entered_at, entered.at)
      from (select person_id, max(enrolled_at) as at from gone group by 1) as entered
      where people.shard = ${shard} and people.id = entered.person_id
    )
    select id from gone`;
  if (gone.length === limit) return { done: gone.length, cursor: gone[0]?.id ?? null };
  for (const table of shardedTablesWith("journey_id").filter((name) => name !== "enrollments")) {
    await sql`delete from ${sql(table)} where shard = ${shard} and journey_id = ${operation.journeyId}`;
  }
  return { done: gone.length, cursor: null };
}
