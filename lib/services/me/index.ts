export { chooseWorkspace } from "./choose-workspace.ts";
export { dismiss } from "./dismiss.ts";
export { getMe } from "./get-me.ts";
export { Dismissal, Me, WorkspaceChoice } from "./schema.ts";
