export { findDueRechecks } from "./read.ts";
export { advanceRechecks, planRechecks, wakeMembers } from "./write.ts";
