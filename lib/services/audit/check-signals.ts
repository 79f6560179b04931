import { iso } from "#services";
import { type AuditScope, summarizeKeptSignals } from "#store/audit";
import type { Finding } from "./schema.ts";

/** Accepted signals that could not be processed: they are kept, and have no effect until they are replayed (R17). */
export async function checkSignals(audit: AuditScope): Promise<Finding[]> {
  const rows = await summarizeKeptSignals(audit);
  return rows.map((row) => ({
    code: "signals_rejected",
    journeyId: null,
    enrollmentId: null,
    text: `${row.isMore ? "More than " : ""}${row.signals} accepted signals (${row.kinds}) of ${row.people} people could not be processed and are kept, the oldest since ${iso(row.since)}. The latest error: ${row.error}`,
  }));
}
