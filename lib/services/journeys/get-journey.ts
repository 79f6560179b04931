import type { Context } from "#services";
import { findJourney } from "./find-journey.ts";
import type { JourneyDetail } from "./schema.ts";
import { viewJourney } from "./view-journey.ts";

/** One journey with its draft. */
export async function getJourney(ctx: Context, reference: string): Promise<JourneyDetail> {
  return viewJourney(ctx, await findJourney(ctx, reference));
}
