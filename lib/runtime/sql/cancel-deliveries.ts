import { type Connection, type Owned, shardsOf } from "./connection.ts";

/** ExitRule cancels what is not yet claimed (R27); what a sender already has is recorded as it ends. */
export async function cancelDeliveries(sql: Connection, rows: readonly Owned<string>[]): Promise<void> {
  await sql`
    update deliveries set status = 'cancelled', next_attempt_at = null
    from unnest(${shardsOf(rows)}::int[], ${rows.map(({ row }) => row)}::uuid[]) as left_by (shard, id)
    where deliveries.shard = left_by.shard and deliveries.enrollment_id = left_by.id
      and status in ('queued', 'held', 'pending', 'shown')`;
}
