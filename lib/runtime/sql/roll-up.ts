import type { Connection } from "./connection.ts";

/** Deletes a shard's deltas and inserts their sums in the same statement, so that no reader sees either alone (R9). */
export async function rollUpNodeCounts(sql: Connection, shard: number): Promise<void> {
  await sql`
    with gone as (delete from node_counts where shard = ${shard} returning *)
    insert into node_counts (shard, id, journey_id, version_id, element_id, entered, advanced, exited, failed)
    select shard, gen_random_uuid(), journey_id, version_id, element_id, sum(entered), sum(advanced), sum(exited), sum(failed)
    from gone
    group by shard, journey_id, version_id, element_id`;
}

/**
 * Near-misses of one (journey, reason, hour) become one row with the latest sample: one a shard is at most 64 an hour, of
 * the hundred that are worth keeping (R41).
 */
export async function rollUpNearMisses(sql: Connection, shard: number): Promise<void> {
  await sql`
    with crowded as (
      select journey_id, reason, hour from near_misses where shard = ${shard}
      group by journey_id, reason, hour having count(*) > 1 or max(jsonb_array_length(samples)) > 1
    ), gone as (
      delete from near_misses using crowded
      where near_misses.shard = ${shard} and near_misses.journey_id = crowded.journey_id
        and near_misses.reason = crowded.reason and near_misses.hour = crowded.hour
      returning near_misses.*
    )
    insert into near_misses (shard, id, workspace_id, journey_id, reason, hour, count, samples)
    select shard, gen_random_uuid(), workspace_id, journey_id, reason, hour, sum(count), (
      select coalesce(jsonb_agg(latest.sample), '[]') from (
        select sample from gone as one, jsonb_array_elements(one.samples) as sample
        where one.journey_id = gone.journey_id and one.reason = gone.reason and one.hour = gone.hour
        order by (sample ->> 'at')::float8 desc limit 1
      ) latest)
    from gone
    group by shard, workspace_id, journey_id, reason, hour`;
}

export async function rollUpJourneyCounts(sql: Connection, shard: number): Promise<void> {
  await sql`
    with gone as (delete from journey_counts where shard = ${shard} returning *)
    insert into journey_counts (shard, id, journey_id, version_id, enrolled, completed, stopped, failed)
    select shard, gen_random_uuid(), journey_id, version_id, sum(enrolled), sum(completed), sum(stopped), sum(failed)
    from gone
    group by shard, journey_id, version_id`;
}

export async function rollUpVersionMoves(sql: Connection, shard: number): Promise<void> {
  await sql`
    with gone as (delete from version_moves where shard = ${shard} returning *)
    insert into version_moves (shard, id, journey_id, from_version_id, to_version_id, from_node_id, to_node_id, people)
    select shard, gen_random_uuid(), journey_id, from_version_id, to_version_id, from_node_id, to_node_id, sum(people)
    from gone
    group by shard, journey_id, from_version_id, to_version_id, from_node_id, to_node_id`;
}

export async function rollUpGoalCounts(sql: Connection, shard: number): Promise<void> {
  await sql`
    with gone as (delete from goal_counts where shard = ${shard} returning *)
    insert into goal_counts (shard, id, journey_id, version_id, goal_revision, converted)
    select shard, gen_random_uuid(), journey_id, version_id, goal_revision, sum(converted)
    from gone
    group by shard, journey_id, version_id, goal_revision`;
}

export async function rollUpExposureCounts(sql: Connection, shard: number): Promise<void> {
  await sql`
    with gone as (delete from exposure_counts where shard = ${shard} returning *)
    insert into exposure_counts (shard, id, journey_id, node_id, arm, goal_revision, people, converted)
    select shard, gen_random_uuid(), journey_id, node_id, arm, goal_revision, sum(people), sum(converted)
    from gone
    group by shard, journey_id, node_id, arm, goal_revision`;
}
