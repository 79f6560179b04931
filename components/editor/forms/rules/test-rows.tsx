"use client";

import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { ExpressionRow } from "../expression-input.tsx";
import { Row } from "../row.tsx";
import type { StepValues } from "../use-node-form.ts";
import { RuleGroupEditor } from "./rule-list.tsx";

type Way = "rules" | "expression";

/** A test, by rules or by an expression; the one that is not used is not kept. `prefix` ends in a dot. */
export function TestRows({ prefix = "", label }: { prefix?: string; label: string }) {
  const { watch, setValue } = useFormContext<StepValues>();
  const [wanted, setWanted] = useState<Way>("rules");
  const hasRules = watch(`${prefix}rules`) !== undefined;
  const way: Way = watch(`${prefix}expression`) !== undefined ? "expression" : hasRules ? "rules" : wanted;
  const change = (next: string) => {
    if (next !== "rules" && next !== "expression") return;
    setWanted(next);
    setValue(`${prefix}expression`, undefined, { shouldDirty: true });
    setValue(`${prefix}rules`, next === "rules" ? { all: [] } : undefined, { shouldDirty: true });
  };
  return (
    <div className="grid gap-3">
      <ToggleGroup
        type="single"
        value={way}
        onValueChange={change}
        aria-label="How to test"
        className="justify-self-start"
      >
        <ToggleGroupItem value="rules">Rules</ToggleGroupItem>
        <ToggleGroupItem value="expression">Expression</ToggleGroupItem>
      </ToggleGroup>
      {way === "rules" ? (
        <Row name={`${prefix}rules`} label={label} isGroup>
          {({ value, onChange }) => <RuleGroupEditor value={value} onChange={onChange} />}
        </Row>
      ) : (
        <ExpressionRow name={`${prefix}expression`} label={label} />
      )}
    </div>
  );
}
