export { readSplitCounts } from "./read.ts";
export { type ExposureCount, insertExposureCounts, rollUpExposureCounts } from "./write.ts";
