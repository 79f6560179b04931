import { type AuditScope, inScope, NAMED } from "./audit-scope.ts";
import type { Finding } from "./schema.ts";

/**
 * People with two running enrollments with the same instance key: `positions` has a unique index against it,
 * `enrollments` has none.
 */
export async function checkTwins(audit: AuditScope, shards: readonly number[]): Promise<Finding[]> {
  const rows = await audit.sql<{ journey_id: string; id: string; enrollments: number }[]>`
    select journey_id, min(id::text) as id, count(*)::int as enrollments
    from enrollments e
    where shard = any(${[...shards]}::smallint[]) and status = 'active' and ${inScope(audit, "e")}
    group by shard, person_id, journey_id, instance_key
    having count(*) > 1
    limit ${NAMED}`;
  return rows.map((row) => ({
    code: "duplicate_running",
    journeyId: row.journey_id,
    enrollmentId: row.id,
    text: `The same person has ${row.enrollments} running enrollments with the same instance key; this is one of them.`,
  }));
}
