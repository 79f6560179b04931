import type { Slice, SliceResult } from "../operations/operation.ts";
import { toSqlTimestamp } from "./connection.ts";

/** A `retry` signal for each failed enrollment of one shard, in the order of their ids; those an archive has overtaken stay. */
export async function retryFailed(slice: Slice, nodeId: string | null, skip: boolean): Promise<SliceResult> {
  const { sql, operation, shard, cursor, limit, budget, now } = slice;
  const most = Math.min(limit, budget ?? limit);
  const payload = JSON.stringify(skip ? { skip } : {});
  const rows = await sql<{ id: string }[]>`
    with failed as (
      select id, person_id from enrollments
      where shard = ${shard} and journey_id = ${operation.journeyId} and status = 'failed' and id > ${cursor}
        and epoch >= (select epoch from journeys where journeys.id = ${operation.journeyId})
        and (${nodeId}::uuid is null or last_node_id = ${nodeId}::uuid)
      order by id
      limit ${most}
    ), told as (
      insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
      select ${shard}, ${toSqlTimestamp(now)}::timestamptz, gen_random_uuid(), ${operation.workspaceId}, person_id, 'retry',
        jsonb_build_object('enrollmentId', id) || ${payload}::text::jsonb
      from failed
    )
    select id from failed order by id`;
  return { done: rows.length, cursor: rows.length < most ? null : (rows.at(-1)?.id ?? null) };
}
