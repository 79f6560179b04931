import { Environment } from "@marcbachmann/cel-js";
import { matchesPattern } from "../patterns.ts";
import { registerTimestamps } from "./timestamp-type.ts";

/** What expressions may name. */
export const ROOTS = [
  "person",
  "traits",
  "tags",
  "stage",
  "segments",
  "event",
  "trigger",
  "context",
  "outcome",
  "journey",
] as const;

/** The linear-time stand-in for CEL's `matches`, which would run as a backtracking JavaScript pattern. */
export const LINEAR_MATCHES = "matchesLinear";

/** CEL as journeys speak it: JSON numbers are doubles, so whole-number literals may be mixed with them. */
export const environment = makeEnvironment();

function makeEnvironment(): Environment {
  const made = new Environment({
    unlistedVariablesAreDyn: false,
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: true,
  });
  for (const root of ROOTS) made.registerVariable(root, "dyn");
  registerTimestamps(made);
  made.registerVariable("now", "Timestamp");
  made.registerFunction(`string.${LINEAR_MATCHES}(string): bool`, (text: string, pattern: string) =>
    matchesPattern(pattern, text),
  );
  made.registerOperator("double + int", (left: number, right: bigint) => left + Number(right));
  made.registerOperator("int + double", (left: bigint, right: number) => Number(left) + right);
  made.registerOperator("double - int", (left: number, right: bigint) => left - Number(right));
  made.registerOperator("int - double", (left: bigint, right: number) => Number(left) - right);
  made.registerOperator("double * int", (left: number, right: bigint) => left * Number(right));
  made.registerOperator("int * double", (left: bigint, right: number) => Number(left) * right);
  made.registerOperator("double / int", (left: number, right: bigint) => left / Number(right));
  made.registerOperator("int / double", (left: bigint, right: number) => Number(left) / right);
  return made;
}
