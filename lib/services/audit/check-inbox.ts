import { ALL_SHARDS } from "#db";
import { iso } from "#services";
import { withFormerCode } from "#words";
import type { AuditScope } from "./audit-scope.ts";
import type { Finding } from "./schema.ts";

/** Signals that have waited in an inbox for a minute. */
export async function checkInbox({ sql, scope, late, resting }: AuditScope): Promise<Finding[]> {
  if (scope.journeyId || resting) return [];
  const rows = await sql<{ shard: number; waiting: number; since: string; kinds: string }[]>`
    select shard, count(*)::float8 as waiting, min(received_at) as since, string_agg(distinct kind, ', ') as kinds
    from inbox
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and received_at < ${late}::timestamptz
      ${scope.workspaceId ? sql`and workspace_id = ${scope.workspaceId}` : sql``}
    group by shard order by shard`;
  return rows.map((row) => ({
    ...withFormerCode("signals_waiting"),
    journeyId: null,
    enrollmentId: null,
    text: `${row.waiting} signals (${row.kinds}) wait in the inbox of shard ${row.shard}, the oldest since ${iso(row.since)}.`,
  }));
}
