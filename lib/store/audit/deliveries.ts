import { ALL_SHARDS } from "#db";
import { type AuditScope, inScope, NAMED } from "./scope.ts";

export type StuckDelivery = {
  readonly code: "delivery_stuck" | "delivery_left_held";
  readonly journey_id: string;
  readonly enrollment_id: string;
  readonly id: string;
};

/** Messages whose sender's lease expired a minute ago, and messages still held by a finished pause (R34, R42). */
export async function findStuckDeliveries(audit: AuditScope): Promise<StuckDelivery[]> {
  const { sql, late } = audit;
  const shards = [...ALL_SHARDS];
  return await sql<StuckDelivery[]>`
    (select 'delivery_stuck' as code, d.journey_id, d.enrollment_id, d.id from deliveries d
     where d.shard = any(${shards}::smallint[]) and d.status = 'sending' and d.next_attempt_at < ${late}::timestamptz
       and ${inScope(audit, "d")} limit ${NAMED})
    union all
    (select 'delivery_left_held', d.journey_id, d.enrollment_id, d.id
     from deliveries d join journeys j on j.id = d.journey_id
     where d.shard = any(${shards}::smallint[]) and d.status = 'held' and j.status <> 'paused' and d.epoch = j.epoch
       and ${inScope(audit, "d")}
       and not exists (select from operations o where o.journey_id = j.id and o.status in ('waiting', 'running'))
       and not exists (select from inbox i where i.shard = d.shard and i.person_id = d.person_id)
       and not exists (select from queued_actions q where q.shard = d.shard and q.person_id = d.person_id)
     limit ${NAMED})`;
}
