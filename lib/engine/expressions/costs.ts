import type { ASTNode } from "@marcbachmann/cel-js";
import { patternCost } from "../patterns.ts";
import { isScalar } from "./ast.ts";
import { chargeText } from "./budget.ts";
import { LINEAR_MATCHES, OWN_DURATION, OWN_TIMESTAMP } from "./names.ts";

/** Steps that a call takes for these values; the receiver is the first value. */
type Cost = (values: readonly unknown[]) => number;

/** Parsing a text or computing a wall clock takes some microseconds, independent of the value. */
const PARSED: Cost = () => 50;
const CLOCK: Cost = () => 250;

/** Steps of a text search; in the worst case a JavaScript engine compares the wanted text at every character. */
const search: Cost = ([text, wanted]) =>
  typeof text === "string" && typeof wanted === "string"
    ? 1 + (text.length >> 3) + Math.ceil((text.length * wanted.length) / 256)
    : 1;

const COSTS: Readonly<Record<string, Cost>> = {
  contains: search,
  indexOf: search,
  lastIndexOf: search,
  // Every piece of a split becomes a new text.
  split: (values) => search(values) + (String(values[0]).length >> 1),
  join: ([list, separator]) => {
    if (!Array.isArray(list)) return 1;
    const between = typeof separator === "string" ? separator.length * list.length : 0;
    const length = list.reduce<number>((sum, item) => sum + (typeof item === "string" ? item.length : 0), between);
    chargeText(length);
    return list.length;
  },
  [LINEAR_MATCHES]: ([text, pattern]) =>
    typeof text === "string" && typeof pattern === "string" ? patternCost(pattern, text) : 1,
  [OWN_TIMESTAMP]: PARSED,
  [OWN_DURATION]: PARSED,
};

/** Calls whose time does not depend on the size of their operands. */
const CHEAP = new Set(["dyn", "type", "has", "hasValue", "value", "of", "none", "or", "orValue", "bind", "at"]);

/** The cost function of a call; null = the cost is small and independent of the data. */
export function costOfCall(name: string, args: readonly ASTNode[]): Cost | null {
  if (CHEAP.has(name)) return null;
  // The comparison reads no more characters than the literal has.
  if ((name === "startsWith" || name === "endsWith") && isScalar(args[0])) return null;
  if (name.startsWith("get")) return args.length === 0 ? null : CLOCK;
  return COSTS[name] ?? byLength;
}

/** Most calls read their texts, lists and bytes once. */
function byLength(values: readonly unknown[]): number {
  let steps = 1;
  for (const value of values) {
    if (typeof value === "string") steps += value.length >> 3;
    else if (value instanceof Uint8Array) steps += value.length >> 3;
  }
  return steps;
}
