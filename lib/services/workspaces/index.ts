export { getWorkspace } from "./get-workspace.ts";
export { type PlanPolicy, readPlanPolicy } from "./plan-policy.ts";
export { Workspace, WorkspacePatch } from "./schema.ts";
export { updateWorkspace } from "./update-workspace.ts";
