import { type Context, notFound } from "#services";
import { findJourney, type JourneyRow } from "#services/journeys";

/** A journey of the key's site; those of other sites do not exist for it. A key without a site may use all. */
export async function findSiteJourney(ctx: Context, siteId: string | null, reference: string): Promise<JourneyRow> {
  const journey = await findJourney(ctx, reference);
  if (siteId !== null && journey.siteId !== siteId) throw notFound("journey");
  return journey;
}
