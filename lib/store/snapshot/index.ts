export { type Configuration, emptyConfiguration, readSnapshots } from "./configuration.ts";
export { loadPrograms } from "./load-programs.ts";
export { readRunnable, readSnapshot } from "./one-workspace.ts";
export type { WorkspaceSnapshot } from "./workspace-snapshot.ts";
