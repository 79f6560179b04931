import { ALL_SHARDS } from "#db";
import type { PathCount } from "#engine";
import type { Connection } from "../sql/connection.ts";

/** People by the arm of their first visit, and how many of them reached the goal that is counted (R54). */
export async function readSplitCounts(
  sql: Connection,
  journeyId: string,
  nodeId: string,
): Promise<Map<string, PathCount>> {
  const rows = await sql<(PathCount & { arm: string })[]>`
    select arm, sum(people)::float8 as entered,
      coalesce(sum(exposure_counts.converted) filter (where goal_revision = counted_revision), 0)::float8 as converted
    from exposure_counts join journeys on journeys.id = journey_id
    where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journeyId} and node_id = ${nodeId}
    group by arm`;
  return new Map(rows.map(({ arm, entered, converted }) => [arm, { entered, converted }]));
}

/** `entered` counts people whose first visit took the path; `visits` counts all visits. */
export type ArmCount = PathCount & { readonly visits: number };

/**
 * People, visits and conversions by path. Read from counters only, so that the cost does not depend on the number of
 * people (R54).
 */
export async function countPaths(
  sql: Connection,
  { id, countedRevision }: { readonly id: string; readonly countedRevision: string | null },
  edges: readonly string[],
): Promise<Map<string, ArmCount>> {
  const own = sql`shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${id}`;
  const rows = await sql<(ArmCount & { arm: string })[]>`
    with exposed as (
      select arm, sum(people) as people,
        coalesce(sum(converted) filter (where goal_revision = ${countedRevision}), 0) as converted
      from exposure_counts where ${own} group by arm
    ), passed as (
      select element_id::text as arm, sum(advanced) as visits from node_counts
      where ${own} and element_id = any(${[...edges]}::uuid[])
      group by element_id
    )
    select arm, coalesce(people, 0)::float8 as entered, coalesce(converted, 0)::float8 as converted,
      coalesce(visits, 0)::float8 as visits
    from exposed full join passed using (arm)`;
  return new Map(rows.map(({ arm, ...count }) => [arm, count]));
}
