import { type AuditScope, findOfferMismatches } from "#store/audit";
import type { Finding } from "./schema.ts";

/** Compares the counters of offers with the stored decisions and outcomes. */
export async function checkOffers(audit: AuditScope): Promise<Finding[]> {
  const rows = await findOfferMismatches(audit);
  return rows.map(({ offer, counter, counted, there }) => ({
    code: "offers_mismatch",
    journeyId: null,
    enrollmentId: null,
    text: `The counters of the offer “${offer}” show ${counted} ${counter}, but ${there} are stored.`,
  }));
}
