import { ALL_SHARDS } from "#db";
import { type Connection, toSqlTimestamp } from "../sql/connection.ts";
import { NO_JOURNEY } from "./direct.ts";

export type FailingDeliveries = {
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly failed: number;
  readonly retried: number;
  readonly error: string | null;
};

/**
 * Per journey, messages queued since a time that failed permanently, and messages waiting for their third or a later
 * attempt.
 */
export async function countFailingDeliveries(sql: Connection, since: number): Promise<FailingDeliveries[]> {
  return await sql<FailingDeliveries[]>`
    select workspace_id as "workspaceId", journey_id as "journeyId", sum(failed)::int as failed,
      sum(1 - failed)::int as retried, max(error) as error
    from (
      select workspace_id, journey_id, 1 as failed, error from deliveries
      where shard = any(${[...ALL_SHARDS]}::smallint[]) and status = 'failed' and journey_id <> ${NO_JOURNEY} and queued_at > ${toSqlTimestamp(since)}::timestamptz
      union all
      select workspace_id, journey_id, 0, error
      from shards as looked
      cross join lateral (
        select workspace_id, journey_id, error, attempts from deliveries
        where deliveries.shard = looked.shard and status in ('queued', 'sending')
        order by next_attempt_at limit 1000
      ) waiting
      where attempts > 2 and journey_id <> ${NO_JOURNEY}
    ) failing
    group by workspace_id, journey_id`;
}

/** How many messages of a journey were queued since a time; counts up to `enough`. */
export async function countQueuedDeliveries(
  sql: Connection,
  journeyId: string,
  since: number,
  enough: number,
): Promise<number> {
  const [row] = await sql<{ queued: number }[]>`
    select count(*)::int as queued from (
      select from deliveries
      where shard = any(${[...ALL_SHARDS]}::smallint[]) and journey_id = ${journeyId}
        and queued_at > ${toSqlTimestamp(since)}::timestamptz
      limit ${enough}) as counted`;
  return row?.queued ?? 0;
}
