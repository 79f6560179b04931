import { ALL_SHARDS } from "#db";
import { type Connection, toSqlTimestamp } from "./connection.ts";

/** How many messages of a journey were queued since a moment, counted no further than `enough`. */
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
