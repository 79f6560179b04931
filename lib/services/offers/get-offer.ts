import type { Context } from "#services";
import { findOffer } from "./find-offer.ts";
import type { Offer } from "./schema.ts";
import { viewOffer } from "./view-offer.ts";

export async function getOffer(ctx: Context, reference: string): Promise<Offer> {
  return viewOffer(ctx, await findOffer(ctx, reference));
}
