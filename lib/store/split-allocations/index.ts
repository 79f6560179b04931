export { readSettledSplits } from "./read.ts";
export { claimAllocation, writeAllocation } from "./write.ts";
