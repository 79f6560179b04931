export { advance } from "./advance.ts";
export { compile } from "./compile.ts";
export { evaluateRules, type Subject } from "./guards/index.ts";
export { blocksPublishing, findProblems } from "./problems/index.ts";
export * from "./program.ts";
export type * from "./signal.ts";
export * from "./simulate/index.ts";
export type * from "./turn.ts";
