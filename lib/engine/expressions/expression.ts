import type { Instant } from "../signal.ts";
import { environment } from "./environment.ts";
import { inspect, inWrittenNames } from "./inspect.ts";
import { Timestamp } from "./timestamp.ts";

/** A CEL expression, parsed once. */
export type Expression = {
  readonly source: string;
  /** Full paths it reads, such as `traits.plan`: what a receipt shows and what wakes a waiting person. */
  readonly reads: readonly string[];
  readonly usesNow: boolean;
  /** Throws what CEL throws: missing keys, wrong types. */
  readonly evaluate: (scope: Readonly<Record<string, unknown>>, now: Instant) => unknown;
};

export type ExpressionError = { readonly error: string };

/** Parses and checks an expression; a sentence says what is wrong with it. */
export function parseExpression(source: string): Expression | ExpressionError {
  try {
    const run = environment.parse(source);
    const { reads, usesNow, badPattern } = inspect(run.ast);
    const check = run.check();
    if (!check.valid) return { error: firstLine(check.error) };
    if (badPattern !== null) return { error: `“${badPattern}” is not a regular expression` };
    return {
      source,
      reads,
      usesNow,
      evaluate: (scope, now) => run(usesNow ? { ...scope, now: new Timestamp(now) } : scope),
    };
  } catch (error) {
    return { error: firstLine(error) };
  }
}

export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return inWrittenNames(message.split("\n", 1)[0] ?? message);
}
