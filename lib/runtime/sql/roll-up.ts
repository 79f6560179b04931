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

export async function rollUpJourneyCounts(sql: Connection, shard: number): Promise<void> {
  await sql`
    with gone as (delete from journey_counts where shard = ${shard} returning *)
    insert into journey_counts (shard, id, journey_id, version_id, enrolled, completed, stopped, failed, converted)
    select shard, gen_random_uuid(), journey_id, version_id, sum(enrolled), sum(completed), sum(stopped), sum(failed),
      sum(converted)
    from gone
    group by shard, journey_id, version_id`;
}
