import { newId } from "#db";
import { type Connection, toSqlTimestamp } from "../sql/connection.ts";

/**
 * Sums the near misses of one (journey, reason, hour) to one row with the latest sample. One sample per shard makes at
 * most 64 per hour, within the hundred that are worth keeping (R41).
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

export type NearMissCount = {
  readonly shard: number;
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly reason: string;
  readonly hour: number;
  readonly count: number;
  readonly samples: readonly Record<string, unknown>[];
};

/** Counted per (journey, reason, hour), with a few samples (R41). */
export async function insertNearMisses(sql: Connection, rows: readonly NearMissCount[]): Promise<void> {
  await sql`
    insert into near_misses (shard, id, workspace_id, journey_id, reason, hour, count, samples)
    select shard, id, workspace_id, journey_id, reason, hour::timestamptz, count, samples::jsonb
    from unnest(
      ${rows.map((row) => row.shard)}::int[], ${rows.map((row) => newId(row.shard))}::uuid[],
      ${rows.map((row) => row.workspaceId)}::uuid[], ${rows.map((row) => row.journeyId)}::uuid[],
      ${rows.map((row) => row.reason)}::text[], ${rows.map((row) => toSqlTimestamp(row.hour))}::text[],
      ${rows.map((row) => row.count)}::int[], ${rows.map((row) => JSON.stringify(row.samples))}::text[]
    ) as new (shard, id, workspace_id, journey_id, reason, hour, count, samples)`;
}
