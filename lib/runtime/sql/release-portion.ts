import type { Slice } from "../operations/operation.ts";
import { toSqlTimestamp } from "./connection.ts";

/** Messages set aside by senders (R34) of the people between two cursors may go: under a rate not all at once. */
export async function releasePortion(
  { sql, operation, shard, cursor, now }: Slice,
  last: string | null,
): Promise<void> {
  await sql`
    update deliveries set status = 'queued', next_attempt_at = ${toSqlTimestamp(now)}::timestamptz
    where shard = ${shard} and journey_id = ${operation.journeyId} and status = 'held' and released_at is not null
      and person_id > ${cursor} and (${last}::uuid is null or person_id <= ${last}::uuid)`;
}
