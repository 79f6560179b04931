import { type AuditScope, findTotalMismatches } from "#store/audit";
import type { Finding } from "./schema.ts";

/** Compares the counters of enrollments by outcome with the stored rows. */
export async function checkTotals(audit: AuditScope): Promise<Finding[]> {
  const rows = await findTotalMismatches(audit);
  return rows.map((row) => ({
    code: "totals_mismatch",
    journeyId: row.journey_id,
    enrollmentId: null,
    text: `The counters show ${row.counted} enrollments ${row.outcome}, but there are ${row.there}.`,
  }));
}
