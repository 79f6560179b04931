export { countBackupCodes, replaceBackupCodes, spendBackupCode } from "./write.ts";
