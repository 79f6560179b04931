import { ALL_SHARDS } from "#db";
import type { PathCount } from "#engine";
import type { Connection } from "./connection.ts";

/** Trips by path and their conversions, over the versions of the journey whose goal is the same. */
export async function readSplitCounts(
  sql: Connection,
  journeyId: string,
  goalRevision: string,
  edges: readonly string[],
): Promise<Map<string, PathCount>> {
  const rows = await sql<(PathCount & { edgeId: string })[]>`
    select element_id as "edgeId", sum(entered)::float8 as entered, sum(converted)::float8 as converted
    from node_counts
    where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journeyId}
      and element_id = any(${[...edges]}::uuid[])
      and version_id in (
        select id from versions where journey_id = ${journeyId} and goal_revision = ${goalRevision})
    group by element_id`;
  return new Map(rows.map(({ edgeId, entered, converted }) => [edgeId, { entered, converted }]));
}
