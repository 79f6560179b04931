export { putSendingPolicies, readSendingPolicies, type StoredPolicies } from "./policies.ts";
