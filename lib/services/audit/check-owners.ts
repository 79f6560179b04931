import { type AuditScope, inScope, NAMED } from "./audit-scope.ts";
import type { Finding } from "./schema.ts";

/**
 * Running enrollments without a person: erased, or merged into another one with the merge signal already processed (R39).
 */
export async function checkOwners(audit: AuditScope, shards: readonly number[]): Promise<Finding[]> {
  const rows = await audit.sql<{ journey_id: string; enrollment_id: string }[]>`
    select p.journey_id, p.enrollment_id from positions p
    where p.shard = any(${[...shards]}::smallint[]) and ${inScope(audit, "p")}
      and not exists (
        select from people u where u.shard = p.shard and u.id = p.person_id and u.merged_into is null)
      and not exists (select from inbox i where i.shard = p.shard and i.person_id = p.person_id)
    limit ${NAMED}`;
  return rows.map((row) => ({
    code: "person_missing",
    journeyId: row.journey_id,
    enrollmentId: row.enrollment_id,
    text: "This enrollment is running, but its person does not exist any more.",
  }));
}
