import { ByteCache } from "#caches";
import { type Expression, type ExpressionError, parseExpression } from "./expression.ts";

/** A parsed expression takes some hundred bytes per character. */
const known = new ByteCache<Expression | ExpressionError>(4 * 1024 * 1024, (source) => 300 * source.length);

/** Parses with a cache, for nodes that evaluate the same source often and have no place to keep the parsed expression. */
export function knownExpression(source: string): Expression | ExpressionError {
  const found = known.get(source);
  if (found !== undefined) return found;
  const parsed = parseExpression(source);
  known.set(source, parsed);
  return parsed;
}
