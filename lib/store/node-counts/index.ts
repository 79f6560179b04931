export { countElements, countMoves, type ElementCount, type MoveCount } from "./read.ts";
export { insertNodeCounts, rollUpNodeCounts } from "./write.ts";
