/** Plans: what an agent or a colleague asks to publish, until a person decides. */
export { approvePlan } from "./approve-plan.ts";
export { getPlan, listPlans } from "./list-plans.ts";
export { rejectPlan } from "./reject-plan.ts";
export { ApproveInput, HandedIn, Plan, PlanInput, PlanQuery, RejectInput } from "./schema.ts";
export { submitPlan } from "./submit-plan.ts";
