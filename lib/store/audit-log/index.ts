export { readSavesSince } from "./read.ts";
export { insertAuditEntry } from "./write.ts";
