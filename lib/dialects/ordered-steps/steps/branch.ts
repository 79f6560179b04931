import { ConditionConfig, freeName, type JourneyNode, type JsonObject, type RuleGroup } from "#journey";
import { type Losses, quoted } from "../../losses.ts";
import type { BranchWay } from "../schema.ts";
import type { StepKind, Targets } from "./kind.ts";

export const branch: StepKind<"branch"> = {
  read({ conditions }, before) {
    const keys = keysOf(conditions, before);
    return {
      type: "CONDITION",
      config: {
        branches: conditions.map(({ label, expression, rules }, index) => ({
          key: keys[index],
          label,
          ...(expression === undefined ? {} : { expression }),
          ...(rules === undefined ? {} : { rules }),
        })),
      },
    };
  },
  writes: ({ type, config }) => type === "CONDITION" && ConditionConfig.safeParse(config).success,
  write(node, losses, targets) {
    const { branches, expression, rules } = ConditionConfig.parse(node.config);
    if (branches === undefined) return writeSingle(node, { expression, rules }, targets, losses);
    const conditions = branches.map(({ key, label, ...test }): BranchWay => {
      const { expression: source, rules: group } = test;
      return way(label ?? key, { expression: source, rules: group }, targets.get(key) ?? null);
    });
    return { type: "branch", config: { conditions, defaultTargetStepId: targets.get("default") ?? null } };
  },
};

/** The keys of the branches of a `branch` step, in order: exits are called after the labels. */
export function keysOf(conditions: readonly BranchWay[], before: JourneyNode | undefined): string[] {
  const taken = new Set(["default"]);
  const known = before?.type === "CONDITION" && Array.isArray(before.config.branches) ? before.config.branches : [];
  return conditions.map(({ label }) => {
    const old = known.find((each: JsonObject) => (each.label ?? each.key) === label && !taken.has(String(each.key)));
    return freeName(typeof old?.key === "string" ? old.key : label, taken);
  });
}

type Test = { readonly expression: string | undefined; readonly rules: RuleGroup | undefined };

/** A test with TRUE and FALSE is one condition and what happens otherwise. */
function writeSingle(node: JourneyNode, test: Test, targets: Targets, losses: Losses) {
  losses.ofNode(
    node,
    "config",
    `${quoted(node)} is written as a branch with one condition; its exits are not called TRUE and FALSE there.`,
  );
  const conditions = [way("True", test, targets.get("TRUE") ?? null)];
  return { type: "branch" as const, config: { conditions, defaultTargetStepId: targets.get("FALSE") ?? null } };
}

function way(label: string, { expression, rules }: Test, targetStepId: string | null): BranchWay {
  return {
    label,
    ...(expression === undefined ? {} : { expression }),
    ...(rules === undefined ? {} : { rules }),
    targetStepId,
  };
}
