export { type OfferCount, readOfferCounts } from "./read.ts";
export { insertOfferCounts, type OfferDelta, rollUpOfferCounts } from "./write.ts";
