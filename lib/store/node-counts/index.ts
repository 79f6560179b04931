export { insertNodeCounts, rollUpNodeCounts } from "./write.ts";
