export { insertExposures, reachExposures } from "./write.ts";
