export { type Configuration, emptyConfiguration, readSnapshots } from "./configuration.ts";
export { loadPrograms } from "./load-programs.ts";
export { type Lookups, lookupsOf } from "./lookups.ts";
export { readRunnable, readSnapshot } from "./one-workspace.ts";
