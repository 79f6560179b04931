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
} from "./read.ts";
export { deleteOfferRow, insertOffer, setArchived, updateOfferRow } from "./write.ts";
