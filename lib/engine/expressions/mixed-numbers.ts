import type { Environment } from "@marcbachmann/cel-js";

type Arithmetic = (left: number, right: number) => number;

const ARITHMETIC: Readonly<Record<string, Arithmetic>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "%": remainder,
};

/** As for whole numbers: the sign of the dividend, and an error for division by 0. */
function remainder(left: number, right: number): number {
  if (right === 0) throw new Error("modulo by zero");
  return left % right;
}

/**
 * Allows arithmetic and comparison between whole numbers and JSON numbers, which are doubles. The result type is
 * declared: otherwise the evaluator would take the type of the left side and refuse to compare the result with the
 * other type.
 */
export function registerMixedNumbers(made: Environment): void {
  for (const [operator, compute] of Object.entries(ARITHMETIC)) {
    made.registerOperator(`double ${operator} int: double`, (left: number, right: bigint) =>
      compute(left, Number(right)),
    );
    made.registerOperator(`int ${operator} double: double`, (left: bigint, right: number) =>
      compute(Number(left), right),
    );
  }
  made.registerOperator("double % double: double", remainder);
  // The evaluator derives the operands in the other order, and `!=`.
  made.registerOperator("int == double: bool", (left: bigint, right: number) => Number(left) === right);
}
