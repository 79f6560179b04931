import * as z from "zod";
import { formatDuration } from "../durations.ts";
import { sayRules } from "../rule-words.ts";
import { DurationInput, Expression, Rule } from "../rules.ts";
import { withRules } from "../with-rules.ts";
import { type NodeKind, text, WAITS } from "./kind.ts";

/** Config of WAIT_FOR_CONDITION: at least one of `include`, none of `exclude`, and the expression must hold together. */
export const WaitForConditionConfig = withRules(
  z.object({
    include: z.array(Rule).max(200).optional(),
    exclude: z.array(Rule).max(200).optional(),
    expression: Expression.optional(),
    timeout: DurationInput.optional(),
  }),
  {
    holds: ({ include, exclude, expression }) => Boolean(include?.length || exclude?.length || expression),
    error: "needs a rule or an expression",
    field: "include",
    code: "missing_config",
  },
);
export type WaitForConditionConfig = z.infer<typeof WaitForConditionConfig>;

export const waitForCondition: NodeKind<typeof WaitForConditionConfig> = {
  ...WAITS,
  type: "WAIT_FOR_CONDITION",
  awaitsCondition: true,
  configSchema: WaitForConditionConfig,
  readsPerson: () => true,
  changesPeople: false,
  defaults: () => ({ include: [], exclude: [], timeout: "7d" }),
  exits: (node) =>
    node.config.timeout === undefined
      ? [{ key: "met", label: "Met" }]
      : [
          { key: "met", label: "Met" },
          { key: "timeout", label: "Timed out" },
        ],
  summary(config) {
    const include = sayRules({ any: config.include });
    const exclude = sayRules({ any: config.exclude, not: true });
    const what = text(config.expression) || [include, exclude].filter((part) => part !== "").join(" and ");
    if (what === "") return "Choose a condition";
    return config.timeout === undefined ? `Until ${what}` : `Until ${what}, ${formatDuration(config.timeout)} at most`;
  },
};
