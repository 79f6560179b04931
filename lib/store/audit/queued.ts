import { ALL_SHARDS } from "#db";
import { type AuditScope, inScope, NAMED } from "./scope.ts";

export type LeftQueued = {
  readonly journey_id: string;
  readonly enrollment_id: string;
  readonly actions: number;
};

/** Actions that a `queue` pause queued and that were not run after it ended (R33). */
export async function findLeftQueued(audit: AuditScope): Promise<LeftQueued[]> {
  const { sql, late } = audit;
  return await sql<LeftQueued[]>`
    select q.journey_id, q.enrollment_id, count(*)::int as actions
    from queued_actions q join journeys j on j.id = q.journey_id
    where q.shard = any(${[...ALL_SHARDS]}::smallint[]) and j.status <> 'paused' and q.at < ${late}::timestamptz
      and ${inScope(audit, "q")}
      and not exists (select from operations o where o.journey_id = j.id and o.status in ('waiting', 'running'))
      and not exists (select from inbox i where i.shard = q.shard and i.person_id = q.person_id)
    group by q.journey_id, q.enrollment_id
    limit ${NAMED}`;
}
