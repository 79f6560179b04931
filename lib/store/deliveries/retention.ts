import type { Sql } from "#db";
import { toSqlTimestamp } from "../sql/connection.ts";

const PER_SHARD = 500;

/** Deletes finished deliveries. Deliveries that are still waiting are kept, however old they are. */
export async function deleteOldDeliveries(sql: Sql, before: number): Promise<number> {
  const gone = await sql`
    delete from deliveries
    using shards as looked, workspaces, lateral (
      select id from deliveries as old
      where old.shard = looked.shard and old.workspace_id = workspaces.id and queued_at < ${toSqlTimestamp(before)}::timestamptz
        and status in ('sent', 'captured', 'completed', 'dismissed', 'failed', 'cancelled', 'skipped')
      order by queued_at limit ${PER_SHARD}
    ) old
    where deliveries.shard = looked.shard and deliveries.id = old.id`;
  return gone.count;
}
