export { readCounted } from "./read.ts";
export { insertConversions, moveConversionsTo } from "./write.ts";
