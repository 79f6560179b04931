export { countAmong } from "./counting.ts";
export { matchesFilter, sameValue } from "./equality.ts";
export { evaluateRules, type Subject } from "./evaluate-rules.ts";
export { type Facts, lookUp } from "./facts.ts";
export { segmentId, segmentNames, segmentTest } from "./segments.ts";
export { expressionTest, isObject, makeTest, ruleTest, type Test } from "./test.ts";
