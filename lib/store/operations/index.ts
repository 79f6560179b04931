export { isOpen, readFailedOperations, readOpenOperations } from "./read.ts";
export type { Operation, SliceQuery, SliceResult } from "./slice.ts";
export { claimOperation, delayOperation, finishOperation } from "./write.ts";
