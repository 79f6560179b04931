import { withinOneDocument } from "../patterns.ts";
import type { EpochMs } from "../signal.ts";
import { type Advice, advise } from "./advise.ts";
import { boundedResult } from "./bounded-result.ts";
import { startCounting } from "./budget.ts";
import { environment, LIMITS } from "./environment.ts";
import { inspect } from "./inspect.ts";
import { meter } from "./meter.ts";
import { inWrittenNames } from "./names.ts";
import { Timestamp } from "./timestamp.ts";

/** A CEL expression, parsed once. */
export type Expression = {
  readonly source: string;
  /** Full paths that it reads, such as `traits.plan`: receipts show their values, and a change of them wakes waiting people. */
  readonly reads: readonly string[];
  readonly usesNow: boolean;
  /** A literal that is used as a zone and is not one. Publishing refuses it; frozen versions continue to run. */
  readonly badZone: string | null;
  /** Findings that are certain without a person; computed at publishing, not when the expression runs. */
  readonly advice: () => readonly Advice[];
  /**
   * Throws CEL's errors (missing keys, wrong types), and also when it takes too many steps or its value is too large.
   * `now` is epoch ms.
   */
  readonly evaluate: (scope: Readonly<Record<string, unknown>>, now: EpochMs) => unknown;
};

/** `at` is the index of the character that the message is about, from 0. */
export type ExpressionError = { readonly error: string; readonly at?: number };

const LONGEST = 10_000;
const DEEPEST_LOOPS = 5;

/** Parses and type-checks an expression; returns a message when it is wrong. */
export function parseExpression(source: string): Expression | ExpressionError {
  if (source.length > LONGEST) return { error: `it is longer than ${LONGEST} characters` };
  try {
    const run = environment.parse(source);
    const { reads, usesNow, badPattern, badZone, loopDepth } = withinOneDocument(() => inspect(run.ast));
    if (loopDepth > DEEPEST_LOOPS) return { error: `more than ${DEEPEST_LOOPS} loops are nested` };
    const check = run.check();
    if (!check.valid) return refusal(check.error);
    if (badPattern !== null) return { error: badPattern };
    meter(run.ast);
    return {
      source,
      reads,
      usesNow,
      badZone,
      advice: () => advise(run.ast, source, faultOf),
      evaluate: (scope, now) => {
        startCounting();
        return boundedResult(run(usesNow ? { ...scope, now: new Timestamp(now) } : scope));
      },
    };
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): ExpressionError {
  const range = typeof error === "object" && error !== null && "range" in error ? error.range : undefined;
  const at = typeof range === "object" && range !== null && "start" in range ? range.start : undefined;
  return { error: firstLine(error), ...(typeof at === "number" ? { at } : {}) };
}

/** Why a part that reads no names has no value; null = it has one. */
function faultOf(source: string): string | null {
  const parsed = parseExpression(source);
  if ("error" in parsed) return null;
  try {
    parsed.evaluate({}, 0);
    return null;
  } catch (error) {
    return firstLine(error);
  }
}

export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [line = message] = message.split("\n", 1);
  return inWrittenNames(tooLarge(line) ?? notOfLists(line) ?? line);
}

/** The hint for `contains` on a list: `contains` is for texts, lists need `in`. */
function notOfLists(line: string): string | null {
  return /'list(?:<.*>)?\.contains\(/.test(line)
    ? "a list has no contains(): write value in list, as in 'vip' in tags"
    : null;
}

/** Replaces the evaluator's messages about its limits. */
function tooLarge(line: string): string | null {
  if (line.startsWith("Exceeded maxAstNodes")) return `it has more than ${LIMITS.maxAstNodes} parts`;
  if (line.startsWith("Exceeded maxDepth")) return `it is nested deeper than ${LIMITS.maxDepth} levels`;
  if (line.startsWith("Maximum call stack size")) return "it is nested too deeply";
  return null;
}
