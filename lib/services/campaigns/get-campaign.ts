import type { Context } from "#services";
import { findCampaign, viewFound } from "./find-campaign.ts";
import type { Campaign } from "./schema.ts";

export async function getCampaign(ctx: Context, reference: string): Promise<Campaign> {
  return viewFound(await findCampaign(ctx, reference));
}
