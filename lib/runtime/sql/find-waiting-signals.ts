import { ALL_SHARDS } from "#db";
import { type Connection, toSqlTimestamp } from "./connection.ts";

export type WaitingSignals = { readonly workspaceId: string; readonly count: number; readonly since: number };

/** Workspaces with signals that came before `late` and that nobody has read; up to 1,000 a shard are counted. */
export async function findWaitingSignals(sql: Connection, late: number): Promise<WaitingSignals[]> {
  return await sql<WaitingSignals[]>`
    select unread.workspace_id as "workspaceId", count(*)::int as count,
      floor(extract(epoch from min(unread.received_at)) * 1000)::float8 as since
    from unnest(${[...ALL_SHARDS]}::int[]) as looked (shard)
    cross join lateral (
      select workspace_id, received_at from inbox
      where inbox.shard = looked.shard and received_at < ${toSqlTimestamp(late)}::timestamptz
      order by received_at limit 1000
    ) unread
    group by unread.workspace_id`;
}
