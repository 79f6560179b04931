export {
  type FlowRow,
  findFlows,
  findFlowsWithOffer,
  listFlowRows,
  lockFlows,
  readFlowKeys,
  readFlowNames,
  readFlowRows,
  readFlowRules,
} from "./read.ts";
export { deleteFlowRow, insertFlow, setArchived, updateFlowRow } from "./write.ts";
