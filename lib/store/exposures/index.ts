export { type Exposure, putExposure, readExposures, takeExposures } from "./merge.ts";
export { insertExposures, insertHoldoutSides, reachExposures, reachHeldOut, WHOLE_JOURNEY } from "./write.ts";
