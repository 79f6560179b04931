import { ALL_SHARDS } from "#db";
import { type Connection, toSqlTimestamp } from "./connection.ts";

/** How many enrollments of a journey ended since a moment, counted no further than `enough`. */
export async function countEnded(sql: Connection, journeyId: string, since: number, enough: number): Promise<number> {
  const [row] = await sql<{ ended: number }[]>`
    select count(*)::int as ended from (
      select from enrollments
      where shard = any(${[...ALL_SHARDS]}::smallint[]) and journey_id = ${journeyId}
        and ended_at > ${toSqlTimestamp(since)}::timestamptz
      limit ${enough}) as counted`;
  return row?.ended ?? 0;
}
