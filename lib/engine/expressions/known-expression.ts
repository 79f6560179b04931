import { BoundedCache } from "../bounded-cache.ts";
import { type Expression, type ExpressionError, parseExpression } from "./expression.ts";

/** Characters of source; a parsed expression takes some hundred bytes a character. */
const known = new BoundedCache<Expression | ExpressionError>(100_000);

/** An expression that is met again and again, in steps that have no place to keep what was parsed. */
export function knownExpression(source: string): Expression | ExpressionError {
  const found = known.get(source);
  if (found !== undefined) return found;
  const parsed = parseExpression(source);
  known.set(source, parsed);
  return parsed;
}
