export { countAmong } from "./counting.ts";
export { matchesFilter, sameValue } from "./equality.ts";
export { evaluateRules, type Subject } from "./evaluate-rules.ts";
export type { Facts } from "./facts.ts";
export { segmentId, segmentNames, segmentTest } from "./segments.ts";
export { isObject, makeTest, type Test } from "./test.ts";
