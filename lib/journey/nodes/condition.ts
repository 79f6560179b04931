import * as z from "zod";
import { sayRules } from "../rule-words.ts";
import { Expression, RuleGroup } from "../rules.ts";
import type { JsonObject } from "../schema.ts";
import { withRules } from "../with-rules.ts";
import { type Exit, type NodeKind, PASSES, text } from "./kind.ts";

const test = { rules: RuleGroup.optional(), expression: Expression.optional() };
/** A group without rules would hold for everybody, which is never intended, so it counts as not filled in. */
const says = (part: { rules?: RuleGroup | undefined; expression?: string | undefined }) =>
  part.expression !== undefined || Boolean(part.rules?.all?.length || part.rules?.any?.length);
const MISSING = { error: "needs rules or an expression", field: "rules", code: "missing_config" };

/** One branch; the first that holds is taken. */
export const ConditionBranch = withRules(
  z.object({ key: z.string().min(1).max(120), label: z.string().max(255).optional(), ...test }),
  { ...MISSING, holds: says },
  { holds: ({ key }) => key !== "default", error: "the key default is taken by the last exit", field: "key" },
);

/** Config of CONDITION: one test with TRUE and FALSE, or a list of branches and `default`. */
export const ConditionConfig = withRules(
  z.object({ ...test, branches: z.array(ConditionBranch).min(1).max(100).optional() }),
  { ...MISSING, holds: (config) => says(config) || config.branches !== undefined },
  {
    holds: ({ branches }) => new Set(branches?.map(({ key }) => key)).size === (branches?.length ?? 0),
    error: "two branches have the same key",
    field: "branches",
  },
);
export type ConditionConfig = z.infer<typeof ConditionConfig>;

const TRUE_FALSE: readonly Exit[] = [
  { key: "TRUE", label: "True" },
  { key: "FALSE", label: "False" },
];

export const condition: NodeKind<typeof ConditionConfig> = {
  ...PASSES,
  type: "CONDITION",
  configSchema: ConditionConfig,
  readsPerson: () => true,
  readsByRules: true,
  changesPeople: false,
  defaults: () => ({ rules: { all: [] } }),
  exits(node) {
    const branches = branchesOf(node.config);
    if (branches === null) return TRUE_FALSE;
    return [...branches, { key: "default", label: "Otherwise" }];
  },
  summary(config) {
    const branches = branchesOf(config);
    if (branches !== null) return branches.map((branch) => branch.label).join(" / ") || "Add a branch";
    if (text(config.expression) !== "") return `If ${text(config.expression)}`;
    const said = sayRules(config.rules);
    return said === "" ? "Choose a condition" : `If ${said}`;
  },
};

function branchesOf(config: JsonObject): Exit[] | null {
  if (!Array.isArray(config.branches)) return null;
  return config.branches.flatMap((branch: unknown) => {
    if (typeof branch !== "object" || branch === null || !("key" in branch) || typeof branch.key !== "string")
      return [];
    const label = "label" in branch ? text(branch.label) : "";
    return [{ key: branch.key, label: label || branch.key }];
  });
}
