import { ALL_SHARDS } from "#db";
import { type Connection, toSqlTimestamp } from "./connection.ts";

export type Stalled = {
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly count: number;
  readonly since: number;
};

/** Journeys with enrollments that should have moved before `late` and that no pause or archive keeps; up to 1,000 a shard are counted. */
export async function findStalled(sql: Connection, late: number, unreadable: readonly string[]): Promise<Stalled[]> {
  return await sql<Stalled[]>`
    select overdue.workspace_id as "workspaceId", overdue.journey_id as "journeyId", count(*)::int as count,
      floor(extract(epoch from min(overdue.wake_at)) * 1000)::float8 as since
    from unnest(${[...ALL_SHARDS]}::int[]) as looked (shard)
    cross join lateral (
      select workspace_id, journey_id, epoch, wake_at from positions
      where positions.shard = looked.shard and wake_at < ${toSqlTimestamp(late)}::timestamptz
        and not version_id = any(${[...unreadable]}::uuid[])
      order by wake_at limit 1000
    ) overdue
    join journeys j on j.id = overdue.journey_id
    where overdue.epoch >= j.epoch and not (j.status = 'paused' and j.pause_mode = 'hold')
    group by overdue.workspace_id, overdue.journey_id`;
}
