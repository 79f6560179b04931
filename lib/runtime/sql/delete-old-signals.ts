import type { Sql } from "#db";
import { toSqlTimestamp } from "./connection.ts";

const PER_WORKSPACE = 1_000;

/** Signals that could not be processed and were kept long enough, by when they were set aside; some at a time. */
export async function deleteOldSignals(sql: Sql, before: number): Promise<number> {
  const gone = await sql`
    delete from rejected_signals
    using workspaces, lateral (
      select shard, id from rejected_signals as old
      where old.workspace_id = workspaces.id and old.rejected_at < ${toSqlTimestamp(before)}::timestamptz
      order by old.rejected_at limit ${PER_WORKSPACE}
    ) old
    where rejected_signals.shard = old.shard and rejected_signals.id = old.id`;
  return gone.count;
}
