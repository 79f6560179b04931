import { iso } from "#services";
import { type AuditScope, findUnsent } from "#store/audit";
import type { Finding } from "./schema.ts";

/** Messages that have long been due and that no sender claims: none runs, or they are too slow (R42). */
export async function checkUnsent(audit: AuditScope): Promise<Finding[]> {
  const rows = await findUnsent(audit);
  return rows.map((row) => ({
    code: "delivery_waiting",
    journeyId: row.journey_id,
    enrollmentId: row.enrollment_id,
    text: `No sender takes ${row.waiting === 1 ? "1 message" : `${row.waiting} messages`} (${row.channel}) that ${row.waiting === 1 ? "is" : "are"} due since ${iso(row.since)}.`,
  }));
}
