export { chooseWorkspace } from "./choose-workspace.ts";
export { getMe } from "./get-me.ts";
export { Me, WorkspaceChoice } from "./schema.ts";
