export { markBuilt, readSegmentRules } from "./rules.ts";
