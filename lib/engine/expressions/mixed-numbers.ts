import type { Environment } from "@marcbachmann/cel-js";

type Arithmetic = (left: number, right: number) => number;

const ARITHMETIC: Readonly<Record<string, Arithmetic>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "%": remainder,
};

/** As for whole numbers: with the sign of the dividend, and an error by 0. */
function remainder(left: number, right: number): number {
  if (right === 0) throw new Error("modulo by zero");
  return left % right;
}

/**
 * Lets whole numbers and numbers of JSON, which are doubles, be computed with and compared. The type of the result has to be said: the evaluator would take that of the left side, and compare it with no other.
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
  // The other way round, and `!=`, come along.
  made.registerOperator("int == double: bool", (left: bigint, right: number) => Number(left) === right);
}
