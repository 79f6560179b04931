export { insertNearMisses, type NearMissCount, rollUpNearMisses } from "./write.ts";
