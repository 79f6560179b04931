export type { Advice } from "./advise.ts";
export { MOST_SHARED_STEPS, shareSteps, withinSharedSteps } from "./budget.ts";
export { ROOTS } from "./environment.ts";
export { type Expression, type ExpressionError, firstLine, parseExpression } from "./expression.ts";
export { knownExpression } from "./known-expression.ts";
