import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";

/** Number of members of each segment, from the counters; segments without members are left out. */
export async function countMembers(sql: Connection, segmentIds: readonly string[]): Promise<Map<string, number>> {
  if (segmentIds.length === 0) return new Map();
  const counted = await sql<{ segment_id: string; members: number }[]>`
    select segment_id, sum(members)::float8 as members from segment_counts
    where shard = any(${ALL_SHARDS}::smallint[]) and segment_id = any(${[...segmentIds]}::uuid[])
    group by segment_id having sum(members) > 0`;
  return new Map(counted.map((row) => [row.segment_id, row.members]));
}
