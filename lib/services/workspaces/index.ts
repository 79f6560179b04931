export { getWorkspace } from "./get-workspace.ts";
export { Workspace, WorkspacePatch } from "./schema.ts";
export { updateWorkspace } from "./update-workspace.ts";
