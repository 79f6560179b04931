/** The audit log as owners read it. Entries are written by `audit` in the transaction of what they tell. */
export { exportEntries, listEntries } from "./list-entries.ts";
export { AuditEntry, AuditFilters, AuditQuery } from "./schema.ts";
