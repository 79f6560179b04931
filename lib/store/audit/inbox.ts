import { ALL_SHARDS } from "#db";
import type { AuditScope } from "./scope.ts";

export type LateSignals = {
  readonly shard: number;
  readonly waiting: number;
  readonly since: string;
  readonly kinds: string;
};

/** Signals that have waited in an inbox for a minute. */
export async function findLateSignals({ sql, scope, late, resting }: AuditScope): Promise<LateSignals[]> {
  if (scope.journeyId || resting) return [];
  return await sql<LateSignals[]>`
    select shard, count(*)::float8 as waiting, min(received_at) as since, string_agg(distinct kind, ', ') as kinds
    from inbox
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and received_at < ${late}::timestamptz
      ${scope.workspaceId ? sql`and workspace_id = ${scope.workspaceId}` : sql``}
    group by shard order by shard`;
}
