export { findOffered, type OfferedRow, readOfferHistories } from "./read.ts";
export { insertOfferDecisions } from "./write.ts";
