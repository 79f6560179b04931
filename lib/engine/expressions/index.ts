export { ROOTS } from "./environment.ts";
export { type Expression, type ExpressionError, firstLine, parseExpression } from "./expression.ts";
