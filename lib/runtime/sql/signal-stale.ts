import type { Slice, SliceResult } from "../operations/operation.ts";
import { toSqlTimestamp } from "./connection.ts";

/** A `stop` for each enrollment of an older epoch, and for each enrollment with actions still set aside; people in slices. */
export async function signalStale(slice: Slice): Promise<SliceResult> {
  const { sql, operation, shard, cursor, limit, now } = slice;
  const rows = await sql<{ personId: string }[]>`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shard}, ${toSqlTimestamp(now)}::timestamptz, gen_random_uuid(), ${operation.workspaceId}, stale.person_id, 'stop',
      jsonb_build_object('enrollmentId', stale.enrollment_id, 'reason', 'journey_archived')
    from (
      select person_id, enrollment_id from positions
      where shard = ${shard} and journey_id = ${operation.journeyId} and person_id > ${cursor}
        and epoch < (select epoch from journeys where id = ${operation.journeyId})
      union
      select person_id, enrollment_id from queued_actions
      where shard = ${shard} and journey_id = ${operation.journeyId} and person_id > ${cursor}
        and epoch < (select epoch from journeys where id = ${operation.journeyId})
      order by person_id
      fetch first ${limit} rows with ties
    ) stale
    returning person_id as "personId"`;
  const last = rows
    .map((row) => row.personId)
    .sort()
    .at(-1);
  return { done: rows.length, cursor: rows.length < limit ? null : (last ?? null) };
}
