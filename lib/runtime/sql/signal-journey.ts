import type { Slice, SliceResult } from "../operations/operation.ts";
import { moment } from "./connection.ts";

/** The same signal for each person of one shard who is in the journey or has actions of it set aside. */
export async function signalJourney(slice: Slice, kind: string, payload: object): Promise<SliceResult> {
  const { sql, operation, shard, cursor, limit, now } = slice;
  const rows = await sql<{ personId: string }[]>`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shard}, ${moment(now)}::timestamptz, gen_random_uuid(), ${operation.workspaceId}, inside.person_id, ${kind},
      ${JSON.stringify(payload)}::text::jsonb
    from (
      select person_id from positions
      where shard = ${shard} and journey_id = ${operation.journeyId} and person_id > ${cursor}
      union
      select person_id from queued_actions
      where shard = ${shard} and journey_id = ${operation.journeyId} and person_id > ${cursor}
      order by person_id
      limit ${limit}
    ) inside
    returning person_id as "personId"`;
  const last = rows
    .map((row) => row.personId)
    .sort()
    .at(-1);
  return { done: rows.length, cursor: rows.length < limit ? null : (last ?? null) };
}
