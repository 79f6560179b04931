export { deletePromotion, readAllocations, upsertPromotion } from "./promotions.ts";
export { readSettledSplits } from "./read.ts";
export { claimAllocation, writeAllocation } from "./write.ts";
