import { type AuditScope, findStuckDeliveries } from "#store/audit";
import type { Finding } from "./schema.ts";

const TEXTS = {
  delivery_stuck: "is marked as sending, but its sender is gone and no other sender has claimed it",
  delivery_left_held: "is held by a pause that has ended",
} as const;

/** Messages whose sender's lease expired a minute ago, and messages still held by a finished pause (R34, R42). */
export async function checkDeliveries(audit: AuditScope): Promise<Finding[]> {
  const rows = await findStuckDeliveries(audit);
  return rows.map((row) => ({
    code: row.code,
    journeyId: row.journey_id,
    enrollmentId: row.enrollment_id,
    text: `The message ${row.id} ${TEXTS[row.code]}.`,
  }));
}
