import type { JsonObject, NodeType } from "#journey";
import type { Accent } from "./accents.ts";
import { OFFER_GROUPS, type Offer, type OfferGroup } from "./kind.ts";
import { stepKinds } from "./step-kinds.ts";

/** One entry of the palette. */
export type PaletteOffer = Offer & { type: NodeType; accent: Accent };

const all = Object.values(stepKinds).flatMap((kind) =>
  kind.offers.map((offer) => ({ ...offer, type: kind.type, accent: kind.accent, group: kind.group })),
);

/** What can be added, in the palette's order. */
export const offers: readonly { group: OfferGroup; offers: readonly PaletteOffer[] }[] = OFFER_GROUPS.map((group) => ({
  group,
  offers: all.filter((offer) => offer.group === group),
}));

/** The step that an offer adds. */
export function stepOf(offer: PaletteOffer): { type: NodeType; config?: JsonObject } {
  return offer.config ? { type: offer.type, config: offer.config } : { type: offer.type };
}
