import { type AuditScope, findLeftQueued } from "#store/audit";
import type { Finding } from "./schema.ts";

/** Actions that a `queue` pause queued and that were not run after it ended (R33). */
export async function checkQueued(audit: AuditScope): Promise<Finding[]> {
  const rows = await findLeftQueued(audit);
  return rows.map((row) => ({
    code: "action_left_queued",
    journeyId: row.journey_id,
    enrollmentId: row.enrollment_id,
    text: `A pause that has ended left ${row.actions} queued actions, and nothing runs them.`,
  }));
}
