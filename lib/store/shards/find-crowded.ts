import type { Connection } from "../sql/connection.ts";

/** Shards in which a counter has more than one row, or a near miss has more samples than are kept. */
export async function findCrowdedShards(sql: Connection): Promise<number[]> {
  const rows = await sql<{ shard: number }[]>`
    select shard from (
      select shard from node_counts group by shard, version_id, element_id having count(*) > 1
      union
      select shard from journey_counts group by shard, version_id having count(*) > 1
      union
      select shard from goal_counts group by shard, version_id, goal_revision having count(*) > 1
      union
      select shard from exposure_counts group by shard, journey_id, node_id, arm, goal_revision having count(*) > 1
      union
      select shard from segment_counts group by shard, segment_id having count(*) > 1
      union
      select shard from offer_counts group by shard, flow_id, offer_id having count(*) > 1
      union
      select shard from version_moves
      group by shard, from_version_id, to_version_id, from_node_id, to_node_id having count(*) > 1
      union
      select shard from near_misses
      group by shard, journey_id, reason, hour having count(*) > 1 or max(jsonb_array_length(samples)) > 1
    ) crowded
    order by shard`;
  return rows.map((row) => row.shard);
}
