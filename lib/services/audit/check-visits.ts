import { type AuditScope, findVisitMismatches } from "#store/audit";
import type { Finding } from "./schema.ts";

/**
 * Compares the counters of people on each step of each version with the positions (R36). A merge moves people across
 * shards.
 */
export async function checkVisits(audit: AuditScope): Promise<Finding[]> {
  const rows = await findVisitMismatches(audit);
  return rows.map((row) => ({
    code: "waiting_mismatch",
    journeyId: row.journey_id,
    enrollmentId: null,
    text: `The counters show ${row.counted} waiting at “${row.name}”, but ${row.standing} are there.`,
  }));
}
