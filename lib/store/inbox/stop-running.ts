import type { SliceQuery } from "../operations/slice.ts";
import { toSqlTimestamp } from "../sql/connection.ts";

/** Writes a `stop` signal for each enrollment of the operation's journey that these people of one shard have running. */
export async function stopRunning(
  { sql, operation, shard, now }: SliceQuery,
  people: readonly string[],
): Promise<void> {
  if (people.length === 0) return;
  await sql`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shard}, ${toSqlTimestamp(now)}::timestamptz, gen_random_uuid(), ${operation.workspaceId}, person_id, 'stop',
      jsonb_build_object('enrollmentId', enrollment_id, 'journeyId', journey_id, 'reason', 'stopped')
    from positions
    where shard = ${shard} and person_id = any(${[...people]}::uuid[]) and journey_id = ${operation.journeyId}`;
}
