export { type ArmCount, countPaths, readSplitCounts } from "./read.ts";
export { type ExposureCount, insertExposureCounts, rollUpExposureCounts } from "./write.ts";
