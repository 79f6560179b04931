export { type FoundPlan, listPlanRows, type PlanRow, readPlan } from "./read.ts";
export { decidePlan, insertPlan, voidOlderPlans } from "./write.ts";
