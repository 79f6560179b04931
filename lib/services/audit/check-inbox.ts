import { iso } from "#services";
import { type AuditScope, findLateSignals } from "#store/audit";
import { withFormerCode } from "#words";
import type { Finding } from "./schema.ts";

/** Signals that have waited in an inbox for a minute. */
export async function checkInbox(audit: AuditScope): Promise<Finding[]> {
  const rows = await findLateSignals(audit);
  return rows.map((row) => ({
    ...withFormerCode("signals_waiting"),
    journeyId: null,
    enrollmentId: null,
    text: `${row.waiting} signals (${row.kinds}) wait in the inbox of shard ${row.shard}, the oldest since ${iso(row.since)}.`,
  }));
}
