export { claimLearning, writeLearned } from "./learning.ts";
export {
  findOffers,
  listOfferRows,
  lockOffers,
  type OfferRow,
  readNamedOffers,
  readOfferNames,
  readOfferRows,
  readOfferRules,
  readOffersOf,
} from "./read.ts";
export { deleteOfferRow, insertOffer, setArchived, updateOfferRow } from "./write.ts";
