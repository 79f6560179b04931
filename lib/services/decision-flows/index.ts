export { archiveFlow, restoreFlow } from "./archive-flow.ts";
export { addFlow, createFlow } from "./create-flow.ts";
export { deleteFlow } from "./delete-flow.ts";
export { getFigures } from "./get-figures.ts";
export { getFlow } from "./get-flow.ts";
export { listFlows } from "./list-flows.ts";
export { pinDecisionFlows } from "./pin-flows.ts";
export {
  DecisionFlow,
  DecisionFlowPatch,
  DecisionFlowQuery,
  DecisionTest,
  DecisionTestInput,
  FlowFigures,
  NewDecisionFlow,
} from "./schema.ts";
export { testFlow } from "./test-flow.ts";
export { changeFlow, updateFlow } from "./update-flow.ts";
