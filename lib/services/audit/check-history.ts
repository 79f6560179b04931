import { type AuditScope, findHistoryGaps } from "#store/audit";
import type { Finding } from "./schema.ts";

/**
 * Enrollments whose last transition does not lead to their current or final position, and enrollments without history
 * although it is kept (R7). A refused retry is a row without a transition.
 */
export async function checkHistory(audit: AuditScope, shards: readonly number[]): Promise<Finding[]> {
  const rows = await findHistoryGaps(audit, shards);
  return rows.map((row) => ({
    code: row.known ? "history_disagrees" : "history_missing",
    journeyId: row.journey_id,
    enrollmentId: row.id,
    text: row.known
      ? "The last transition in this enrollment's history does not lead to its current or final step."
      : "This enrollment has no history, but should have one.",
  }));
}
