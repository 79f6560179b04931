export { countMembers } from "./read.ts";
export { rollUpSegmentCounts } from "./write.ts";
