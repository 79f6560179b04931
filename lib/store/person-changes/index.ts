export { readChangesSince } from "./read.ts";
export { insertPersonChanges } from "./write.ts";
