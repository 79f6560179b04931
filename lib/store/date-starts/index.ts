export { findDueDates } from "./read.ts";
export { planDates, sendDueDates } from "./write.ts";
