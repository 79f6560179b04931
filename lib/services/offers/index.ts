export { archiveOffer, restoreOffer } from "./archive-offer.ts";
export { addOffer, createOffer } from "./create-offer.ts";
export { deleteOffer } from "./delete-offer.ts";
export { findOffer } from "./find-offer.ts";
export { getOffer } from "./get-offer.ts";
export { listOffers } from "./list-offers.ts";
export {
  Cap,
  Caps,
  Channel,
  NewOffer,
  nameFields,
  Offer,
  OfferFigures,
  OfferPatch,
  OfferQuery,
  Rules,
} from "./schema.ts";
export { takeName } from "./take-name.ts";
export { textErrors } from "./text-errors.ts";
export { changeOffer, updateOffer } from "./update-offer.ts";
export { NO_FIGURES } from "./view-offer.ts";
