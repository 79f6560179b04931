import { ALL_SHARDS } from "#db";
import { type AuditScope, inScope, NAMED } from "./audit-scope.ts";
import type { Finding } from "./schema.ts";

/** Actions that a `queue` pause queued and that were not run after it ended (R33). */
export async function checkQueued(audit: AuditScope): Promise<Finding[]> {
  const { sql, late } = audit;
  const rows = await sql<{ journey_id: string; enrollment_id: string; actions: number }[]>`
    select q.journey_id, q.enrollment_id, count(*)::int as actions
    from queued_actions q join journeys j on j.id = q.journey_id
    where q.shard = any(${[...ALL_SHARDS]}::smallint[]) and j.status <> 'paused' and q.at < ${late}::timestamptz
      and ${inScope(audit, "q")}
      and not exists (select from operations o where o.journey_id = j.id and o.status in ('waiting', 'running'))
      and not exists (select from inbox i where i.shard = q.shard and i.person_id = q.person_id)
    group by q.journey_id, q.enrollment_id
    limit ${NAMED}`;
  return rows.map((row) => ({
    code: "action_left_queued",
    journeyId: row.journey_id,
    enrollmentId: row.enrollment_id,
    text: `A pause that has ended left ${row.actions} queued actions, and nothing runs them.`,
  }));
}
