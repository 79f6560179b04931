export { claimDueTests, type DueTest, noteTestResult, type TestResult } from "./claim.ts";
export { insertTestSends, readTestSends, type TestSendRow } from "./rows.ts";
