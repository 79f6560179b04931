export { readChanges, readChangesSince, whoMoved } from "./read.ts";
export { insertPersonChanges } from "./write.ts";
