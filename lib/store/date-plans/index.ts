export { type DateJourney, type PlannedJourney, readDatePlans, readDateTriggers } from "./read.ts";
export { queueDatePlan, removeDatePlan } from "./write.ts";
