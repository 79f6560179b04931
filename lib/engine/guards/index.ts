export { countAmong } from "./counting.ts";
export { matchesFilter, sameValue } from "./equality.ts";
export { evaluateRules, type Subject } from "./evaluate-rules.ts";
export { celToRules } from "./from-cel.ts";
export { type Judgement, judgeBy, type Written } from "./judge.ts";
export {
  judgeMemberships,
  type Memberships,
  referencesIn,
  segmentsInOrder,
  segmentWithSources,
} from "./memberships.ts";
export { type ComparedAs, orderOf } from "./order.ts";
export { lookUp, type RuleContext } from "./rule-context.ts";
export { holds } from "./rules.ts";
export { segmentId, segmentNames, segmentTest } from "./segments.ts";
export { makeTest, type Test } from "./test.ts";
export { rulesToCel } from "./to-cel.ts";
