import { shardOf } from "#db";
import type { Failure } from "#engine";
import type { Connection } from "../sql/connection.ts";

/**
 * Where a person's failed enrollments in a journey failed (the latest hundred): the last transition of each, with the
 * node's name in its version.
 */
export async function readFailures(sql: Connection, personId: string, journeyId: string): Promise<Failure[]> {
  return await sql<Failure[]>`
    select e.id as "enrollmentId", coalesce(node.name, last.left_node, '') as name,
      coalesce(last.error, '') as error
    from enrollments e
    cross join lateral (
      select coalesce(h.hops->-1->>'from', h.hops->-2->>'to') as left_node, h.hops->-1->'receipt'->>'error' as error
      from history h where h.shard = e.shard and h.enrollment_id = e.id
      order by h.at desc, h.committed_at desc, h.id desc limit 1
    ) last
    left join lateral (
      select coalesce(node->>'label', node->>'name') as name from versions v, jsonb_array_elements(v.document->'nodes') node
      where v.id = e.version_id and node->>'id' = last.left_node
    ) node on true
    where e.shard = ${shardOf(personId)} and e.person_id = ${personId} and e.journey_id = ${journeyId}
      and e.status = 'failed'
    order by e.ended_at desc limit 100`;
}
