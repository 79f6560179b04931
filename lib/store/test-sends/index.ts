export { claimDueTests, type DueTest, noteTestResult, type TestResult } from "./claim.ts";
