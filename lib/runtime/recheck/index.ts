export { openRechecks, recheckConditions } from "./recheck-conditions.ts";
export { wakeMemberships } from "./wake-memberships.ts";
