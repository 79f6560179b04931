import type { ASTNode, Environment } from "@marcbachmann/cel-js";

export type ValueType = { readonly kind: string; readonly valueType?: ValueType };

/** Where the evaluator makes and keeps the types of values. */
export type Registry = {
  readonly getType: (name: string) => ValueType;
  getListType: (value: ValueType) => ValueType;
  getMapType: (key: ValueType, value: ValueType) => ValueType;
  getOptionalType: (value: ValueType) => ValueType;
};

/** The part of the evaluator that runs expressions, as far as we reach into it. */
export type Evaluator = {
  readonly registry: Registry;
  readonly run: (ast: ASTNode, context: unknown) => unknown;
  /** How loops and `||` ask for a part whose error they may do without: the error is the answer. */
  tryEval: (ast: ASTNode, context: unknown) => unknown;
};

/** An environment keeps its evaluator to itself, but the evaluator is `this` of the functions it calls. */
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
