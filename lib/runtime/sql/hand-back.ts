import type { Slice, SliceResult } from "../operations/operation.ts";
import { toSqlTimestamp } from "./connection.ts";

/**
 * A `resume` signal for each person of one shard who is in the journey, or of whom a pause set something aside. Whoever
 * merely waits on costs nothing of the rate: what counts are kept signals, fallen timers, actions and messages.
 */
export async function handBack(slice: Slice): Promise<SliceResult> {
  const { sql, operation, shard, cursor, limit, budget, now } = slice;
  const { journeyId, workspaceId } = operation;
  const rows = await sql<{ personId: string; kept: boolean }[]>`
    with inside as (
      select person_id, wake_at is null or state -> 'held' is not null as kept from positions
      where shard = ${shard} and journey_id = ${journeyId} and person_id > ${cursor}
      union all
      select person_id, true from queued_actions
      where shard = ${shard} and journey_id = ${journeyId} and person_id > ${cursor}
      union all
      select person_id, true from deliveries
      where shard = ${shard} and journey_id = ${journeyId} and person_id > ${cursor} and status = 'held'
    ), people as (
      select person_id, bool_or(kept) as kept from inside group by person_id order by person_id limit ${limit}
    ), portion as (
      select person_id, kept, sum(kept::int) over (order by person_id) as place from people
    ), handed as (
      select person_id, kept from portion where ${budget}::int is null or place <= ${budget}::int
    ), told as (
      insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
      select ${shard}, ${toSqlTimestamp(now)}::timestamptz, gen_random_uuid(), ${workspaceId}, person_id, 'resume',
        ${JSON.stringify({ journeyId })}::text::json
      from handed
    )
    select person_id as "personId", kept from handed order by person_id`;
  const last = rows.at(-1)?.personId ?? null;
  const setOff = rows.filter((row) => row.kept).length;
  // Cut short by the rate there may be more to come; by the limit too.
  const done = rows.length < limit && (budget === null || setOff < budget);
  return { done: rows.length, setOff, cursor: done ? null : last };
}
