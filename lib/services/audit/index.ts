/** Accounts for every enrollment: finished, waiting for something, held, or a finding that says what is wrong. */
export { auditAll, auditWorkspace } from "./audit-workspace.ts";
export { Audit, AuditQuery } from "./schema.ts";
