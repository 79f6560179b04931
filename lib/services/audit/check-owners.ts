import { type AuditScope, findOwnerless } from "#store/audit";
import type { Finding } from "./schema.ts";

/**
 * Running enrollments without a person: erased, or merged into another one with the merge signal already processed (R39).
 */
export async function checkOwners(audit: AuditScope, shards: readonly number[]): Promise<Finding[]> {
  const rows = await findOwnerless(audit, shards);
  return rows.map((row) => ({
    code: "person_missing",
    journeyId: row.journey_id,
    enrollmentId: row.enrollment_id,
    text: "This enrollment is running, but its person does not exist any more.",
  }));
}
