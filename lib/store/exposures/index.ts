export { type Exposure, putExposure, readExposures, takeExposures } from "./merge.ts";
export { insertExposures, reachExposures } from "./write.ts";
