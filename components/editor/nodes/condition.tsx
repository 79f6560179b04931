"use client";

import { useFormContext } from "react-hook-form";
import type { JourneyNode } from "#journey";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { BranchRows } from "../forms/rules/branch-rows.tsx";
import { TestRows } from "../forms/rules/test-rows.tsx";
import type { StepValues } from "../forms/use-node-form.ts";

const TWO = "two";
const MORE = "more";

export function ConditionForm({ node }: { node: JourneyNode }) {
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
