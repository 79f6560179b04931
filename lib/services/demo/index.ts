export { removeDemo } from "./remove-demo.ts";
export { RemovedDemo } from "./schema.ts";
