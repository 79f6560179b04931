import type { SliceQuery, SliceResult } from "../operations/slice.ts";
import { shardedTablesWith } from "../tables.ts";

/**
 * Deletes enrollments in slices, because they make up most of the rows; the other rows of the shard are deleted with
 * the last slice. The time of the last entry is stored on the person, because the minimum days between entries of other
 * journeys still depend on it (R29).
 */
export async function deleteJourneyRows({ sql, operation, shard, cursor, limit }: SliceQuery): Promise<SliceResult> {
  const gone = await sql<{ id: string }[]>`
    with gone as (
      delete from enrollments
      where shard = ${shard} and id in (
        select id from enrollments
        where shard = ${shard} and journey_id = ${operation.journeyId} and id > ${cursor} order by id limit ${limit})
      returning id, person_id, enrolled_at
    ), kept as (
      update people set last_entered_at = greatest(last_entered_at, entered.at)
      from (select person_id, max(enrolled_at) as at from gone group by 1) as entered
      where people.shard = ${shard} and people.id = entered.person_id
    )
    select id from gone order by id`;
  if (gone.length === limit) return { done: gone.length, cursor: gone.at(-1)?.id ?? null };
  for (const table of shardedTablesWith("journey_id").filter((name) => name !== "enrollments")) {
    await sql`delete from ${sql(table)} where shard = ${shard} and journey_id = ${operation.journeyId}`;
  }
  return { done: gone.length, cursor: null };
}
