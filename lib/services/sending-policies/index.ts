/** When, how often and to whom the messages of a workspace may leave. */
export { findConflicts } from "./find-conflicts.ts";
export { getPolicies } from "./get-policies.ts";
export { nextOccurrences } from "./next-occurrences.ts";
export { putPolicies } from "./put-policies.ts";
export { JourneyConflicts, Occurrence, SendingPoliciesInput, SendingPoliciesView } from "./schema.ts";
