export { type AuditFilter, type AuditRow, listAuditEntries, streamAuditEntries } from "./list.ts";
export { readSavesSince } from "./read.ts";
export { readTestRuns, type TestRunRow } from "./test-runs.ts";
export { insertAuditEntry } from "./write.ts";
