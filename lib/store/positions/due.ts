import { type Connection, toSqlTimestamp } from "../sql/connection.ts";

/** Whether any person is in a journey or any message is unsent; with `now`, whether any of these is due. */
export async function isAnythingWaiting(sql: Connection, now: number | null): Promise<boolean> {
  const until = now === null ? "infinity" : toSqlTimestamp(now);
  const rows = await sql`
    select from shards as looked
    where (select true from positions where positions.shard = looked.shard
             and coalesce(wake_at, case when ${now === null} then '-infinity'::timestamptz end) <= ${until}::timestamptz limit 1)
       or (select true from deliveries where deliveries.shard = looked.shard and status in ('queued', 'sending')
             and next_attempt_at <= ${until}::timestamptz limit 1)
    limit 1`;
  return rows.length > 0;
}

/**
 * The earliest time at which anything is due, in ms. Reads one entry of the partial index per shard. An operation with
 * a rate is due when its next portion is.
 */
export async function readNextWake(sql: Connection): Promise<number | null> {
  const [people] = await sql<{ at: number | null }[]>`
    select floor(extract(epoch from least(min((
      select wake_at from positions
      where positions.shard = looked.shard and wake_at is not null
      order by wake_at limit 1)), min((
      select recheck_at from segment_rechecks where segment_rechecks.shard = looked.shard
      order by recheck_at limit 1)), min((
      select due_at from date_starts where date_starts.shard = looked.shard
      order by due_at limit 1)))) * 1000)::float8 as at
    from shards as looked`;
  const [rest] = await sql<{ at: number | null }[]>`
    select floor(extract(epoch from least((select min(next_at) from operations where status in ('waiting', 'running')),
      (select min(next_at) from schedules))) * 1000)::float8 as at`;
  const times = [people?.at, rest?.at].flatMap((at) => (typeof at === "number" ? [at] : []));
  return times.length === 0 ? null : Math.min(...times);
}

export type Stalled = {
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly count: number;
  readonly since: number;
};

/**
 * Journeys with enrollments that were due before `late`, without those that a pause or archive keeps; up to 1,000 per
 * shard are counted.
 */
export async function findStalled(sql: Connection, late: number, unreadable: readonly string[]): Promise<Stalled[]> {
  return await sql<Stalled[]>`
    select overdue.workspace_id as "workspaceId", overdue.journey_id as "journeyId", count(*)::int as count,
      floor(extract(epoch from min(overdue.wake_at)) * 1000)::float8 as since
    from shards as looked
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
