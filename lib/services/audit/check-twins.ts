import { type AuditScope, findTwins } from "#store/audit";
import type { Finding } from "./schema.ts";

/**
 * People with two running enrollments with the same instance key: `positions` has a unique index against it,
 * `enrollments` has none.
 */
export async function checkTwins(audit: AuditScope, shards: readonly number[]): Promise<Finding[]> {
  const rows = await findTwins(audit, shards);
  return rows.map((row) => ({
    code: "duplicate_running",
    journeyId: row.journey_id,
    enrollmentId: row.id,
    text: `The same person has ${row.enrollments} running enrollments with the same instance key; this is one of them.`,
  }));
}
