import { shardOf } from "#db";
import type { OpenDelivery } from "#engine";
import type { Connection } from "../sql/connection.ts";

/** A person's messages of one journey whose result is not final yet. */
export async function readOpenDeliveries(
  sql: Connection,
  personId: string,
  journeyId: string,
): Promise<OpenDelivery[]> {
  return await sql<OpenDelivery[]>`
    select d.enrollment_id as "enrollmentId", d.node_id as "nodeId", case when d.status = 'queued' and d.held_until is not null then 'withheld' else d.status end as status,
      d.content_type as "contentType",
      c.name as title, floor(extract(epoch from d.next_attempt_at) * 1000)::float8 as "nextAttemptAt"
    from deliveries d left join content c on c.id = d.content_id
    where d.shard = ${shardOf(personId)} and d.person_id = ${personId} and d.journey_id = ${journeyId}
      and d.status in ('queued', 'held', 'sending', 'unknown', 'pending', 'shown')
    order by d.queued_at desc limit 100`;
}
