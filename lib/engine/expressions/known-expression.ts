import { ByteCache } from "#caches";
import { type Expression, type ExpressionError, parseExpression } from "./expression.ts";

/** A parsed expression takes some hundred bytes a character. */
const known = new ByteCache<Expression | ExpressionError>(4 * 1024 * 1024, (source) => 300 * source.length);

/** An expression that is met again and again, in steps that have no place to keep what was parsed. */
export function knownExpression(source: string): Expression | ExpressionError {
  const found = known.get(source);
  if (found !== undefined) return found;
  const parsed = parseExpression(source);
  known.set(source, parsed);
  return parsed;
}
