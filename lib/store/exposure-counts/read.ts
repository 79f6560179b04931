import { ALL_SHARDS } from "#db";
import type { PathCount } from "#engine";
import type { Connection } from "../sql/connection.ts";

/** People by the arm of their first visit, and those of them who reached the goal that is counted (R54). */
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
