import type { ASTNode, Environment } from "@marcbachmann/cel-js";

export type ValueType = { readonly kind: string; readonly valueType?: ValueType };

/** The evaluator's registry, where it creates and caches the types of values. */
export type Registry = {
  readonly getType: (name: string) => ValueType;
  getListType: (value: ValueType) => ValueType;
  getMapType: (key: ValueType, value: ValueType) => ValueType;
  getOptionalType: (value: ValueType) => ValueType;
};

/** The internal part of the evaluator that runs expressions, limited to the members used here. */
export type Evaluator = {
  readonly registry: Registry;
  readonly run: (ast: ASTNode, context: unknown) => unknown;
  /** Loops and `||` evaluate a part with it whose error they may ignore: it returns the error instead of throwing it. */
  tryEval: (ast: ASTNode, context: unknown) => unknown;
};

/**
 * Returns the evaluator of an environment. The environment does not expose it, but it is the `this` value of the
 * functions that the evaluator calls.
 */
export function evaluatorOf(made: Environment): Evaluator {
  let found: Evaluator | null = null;
  const show = function (this: Evaluator) {
    found = this;
    return true;
  };
  made.registerFunction("showEvaluator(): bool", show, { async: false });
  made.parse("showEvaluator()")();
  if (found === null) throw new Error("the evaluator does not show itself");
  return found;
}
