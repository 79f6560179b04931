import { ALL_SHARDS } from "#db";
import { type Connection, toSqlTimestamp } from "./connection.ts";

export type FailedEnrollments = { readonly workspaceId: string; readonly journeyId: string; readonly failed: number };

/** Journeys of which more than `few` enrollments failed since a moment, by the partial index of failed ones. */
export async function countFailed(sql: Connection, since: number, few: number): Promise<FailedEnrollments[]> {
  return await sql<FailedEnrollments[]>`
    select workspace_id as "workspaceId", journey_id as "journeyId", count(*)::int as failed from enrollments
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and status = 'failed' and ended_at > ${toSqlTimestamp(since)}::timestamptz
    group by workspace_id, journey_id having count(*) > ${few}`;
}
