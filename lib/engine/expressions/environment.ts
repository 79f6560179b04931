import { Environment } from "@marcbachmann/cel-js";
import { matchesPattern } from "../patterns.ts";
import { countErrors } from "./budget.ts";
import { registerDurations } from "./duration-type.ts";
import { evaluatorOf } from "./evaluator.ts";
import { registerMixedNumbers } from "./mixed-numbers.ts";
import { LINEAR_MATCHES } from "./names.ts";
import { flattenTypes } from "./nesting.ts";
import { registerTimestamps } from "./timestamp-type.ts";

/** The names that expressions may use. */
export const ROOTS = [
  "person",
  "traits",
  "tags",
  "stage",
  "account",
  "segments",
  "event",
  "trigger",
  "context",
  "outcome",
  "journey",
] as const;

/** The offer that a decision flow scores; only the score of a flow may read it. */
export const OFFER = "offer";

/** Size limits of an expression; ordinary expressions stay far below. */
export const LIMITS = { maxAstNodes: 4_000, maxDepth: 100 };

/** The CEL environment of journeys. JSON numbers are doubles, so whole-number literals may be combined with them. */
export const environment = makeEnvironment();

function makeEnvironment(): Environment {
  const made = new Environment({
    unlistedVariablesAreDyn: false,
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: true,
    limits: LIMITS,
  });
  const evaluator = evaluatorOf(made);
  flattenTypes(evaluator.registry);
  countErrors(evaluator);
  for (const root of ROOTS) made.registerVariable(root, "dyn");
  registerDurations(made);
  registerTimestamps(made);
  made.registerVariable(OFFER, "dyn");
  made.registerVariable("now", "Timestamp");
  made.registerFunction(`string.${LINEAR_MATCHES}(string): bool`, (text: string, pattern: string) =>
    matchesPattern(pattern, text),
  );
  registerMixedNumbers(made);
  return made;
}
