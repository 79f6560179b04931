export { insertAuditEntry } from "./write.ts";
