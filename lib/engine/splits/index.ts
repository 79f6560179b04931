export { type PathCount, probabilitiesToBeBest } from "./best.ts";
export { type Lift, liftOver, rateInterval, rateOf } from "./interval.ts";
export { learningOf, promoted, reweigh } from "./reweigh.ts";
export { allocationHolds, currentShares, holdoutOf, pathsOf, type SplitAllocation, splitBasis } from "./shares.ts";
