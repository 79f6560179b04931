import type { Connection } from "./connection.ts";

/** Shards in which some counter has more than one row. */
export async function findCrowdedShards(sql: Connection): Promise<number[]> {
  const rows = await sql<{ shard: number }[]>`
    select shard from (
      select shard from node_counts group by shard, version_id, element_id having count(*) > 1
      union
      select shard from journey_counts group by shard, version_id having count(*) > 1
    ) crowded
    order by shard`;
  return rows.map((row) => row.shard);
}
