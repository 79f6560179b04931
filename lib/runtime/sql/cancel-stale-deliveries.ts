import type { Slice } from "../operations/operation.ts";

/** What was not yet claimed by a sender when the journey was archived (R27, R31). */
export async function cancelStaleDeliveries({ sql, operation, shard }: Slice): Promise<void> {
  await sql`
    update deliveries set status = 'cancelled', next_attempt_at = null, error = 'The journey was archived.'
    where shard = ${shard} and journey_id = ${operation.journeyId} and status in ('queued', 'held', 'pending', 'shown')
      and epoch < (select epoch from journeys where id = ${operation.journeyId})`;
}
