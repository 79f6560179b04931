/** Why people are, were or are not in a journey. */
export { explainPerson } from "./explain-person.ts";
export { listNearMisses } from "./list-near-misses.ts";
export { ExplainQuery, Explanation, NearMisses, NearMissQuery } from "./schema.ts";
