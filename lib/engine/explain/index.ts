export { explain } from "./explain.ts";
export { sayHop } from "./hops.ts";
