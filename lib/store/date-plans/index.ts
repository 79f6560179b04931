export { type DateJourney, type PlannedJourney, readDatePlans, readDateTriggers } from "./read.ts";
export { lockDatePlans, queueDatePlan, removeDatePlan } from "./write.ts";
