import type { Context } from "#services";
import { findJourney } from "#services/journeys";
import type { V1JourneyDetail } from "./schema.ts";
import { detailOf } from "./view.ts";

/** One journey with its steps, also one that was drawn elsewhere. */
export async function getV1Journey(ctx: Context, reference: string): Promise<V1JourneyDetail> {
  return detailOf(await findJourney(ctx, reference));
}
