export { cancelOpen } from "./cancel-open.ts";
export { countPeople } from "./count-people.ts";
export { isOpen, readFailedOperations, readOpenOperations } from "./read.ts";
export {
  cancelOpenOperation,
  insertOperation,
  type OperationRow,
  readOperation,
  readOperationRows,
  readOperations,
  readTotal,
} from "./rows.ts";
export type { Operation, SliceQuery, SliceResult } from "./slice.ts";
export { claimOperation, delayOperation, finishOperation, keepResult } from "./write.ts";
