export { explain } from "./explain.ts";
export { sayRule } from "./rules.ts";
