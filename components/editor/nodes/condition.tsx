"use client";

import { Split } from "lucide-react";
import { useFormContext } from "react-hook-form";
import type { JourneyNode } from "#journey";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { BranchRows } from "../forms/rules/branch-rows.tsx";
import { TestRows } from "../forms/rules/test-rows.tsx";
import type { StepValues } from "../forms/use-node-form.ts";
import { accents } from "./accents.ts";
import type { StepKind } from "./kind.ts";

const TWO = "two";
const MORE = "more";

function ConditionForm({ node }: { node: JourneyNode }) {
  const { getValues, setValue } = useFormContext<StepValues>();
  const paths = Array.isArray(node.config.branches) ? MORE : TWO;
  const change = (next: string) => {
    const { rules, expression, branches } = getValues() as {
      rules?: unknown;
      expression?: unknown;
      branches?: { rules?: unknown; expression?: unknown }[];
    };
    if (next === MORE) {
      setValue("rules", undefined);
      setValue("expression", undefined);
      setValue(
        "branches",
        [
          {
            key: "path_1",
            label: "Path 1",
            ...(expression === undefined ? { rules: rules ?? { all: [] } } : { expression }),
          },
        ],
        { shouldDirty: true },
      );
    } else if (next === TWO) {
      const first = branches?.[0];
      setValue("branches", undefined);
      if (first?.expression === undefined) setValue("rules", first?.rules ?? { all: [] }, { shouldDirty: true });
      else setValue("expression", first.expression, { shouldDirty: true });
    }
  };
  return (
    <>
      <ToggleGroup type="single" value={paths} onValueChange={change} aria-label="Paths">
        <ToggleGroupItem value={TWO}>True or false</ToggleGroupItem>
        <ToggleGroupItem value={MORE}>Several paths</ToggleGroupItem>
      </ToggleGroup>
      {paths === TWO ? <TestRows key={TWO} label="True when" /> : <BranchRows key={MORE} />}
    </>
  );
}

export const condition: StepKind = {
  type: "CONDITION",
  title: "Condition",
  accent: accents.choice,
  group: "Paths",
  icon: () => Split,
  offers: [
    {
      key: "condition",
      title: "Condition",
      hint: "Chooses a path by who people are or what they did",
      icon: Split,
      words: "if branch rule true false path decision",
    },
  ],
  Form: ConditionForm,
};
