export { type CountedRow, readCounted } from "./read.ts";
export { insertConversions } from "./write.ts";
