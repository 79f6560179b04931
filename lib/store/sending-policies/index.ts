export { readSendingPolicies, type StoredPolicies, writeSendingPolicies } from "./policies.ts";
