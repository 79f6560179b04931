export { readCounted } from "./read.ts";
export { insertConversions } from "./write.ts";
