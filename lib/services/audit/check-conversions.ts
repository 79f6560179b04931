import { type AuditScope, findConversionMismatches } from "#store/audit";
import type { Finding } from "./schema.ts";

/** Compares the counters of goals and of split paths with the stored rows. */
export async function checkConversions(audit: AuditScope): Promise<Finding[]> {
  return (await findConversionMismatches(audit)).map((row) => ({
    code: "conversions_mismatch",
    journeyId: row.journey_id,
    enrollmentId: null,
    text: `The counters show ${row.counted} ${row.are_people ? "people" : "conversions"}${row.edge_name === null ? "" : ` on the path “${row.edge_name}”`}, but ${row.there} are stored.`,
  }));
}
