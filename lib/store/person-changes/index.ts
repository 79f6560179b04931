export { readChanges, readChangesSince } from "./read.ts";
export { insertPersonChanges } from "./write.ts";
