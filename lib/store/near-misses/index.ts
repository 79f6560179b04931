export { hoursAgo, readNearMisses } from "./read.ts";
export { insertNearMisses, type NearMissCount, rollUpNearMisses } from "./write.ts";
