"use client";

import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { celToRules } from "#engine";
import { hasRules, Matches, RuleBuilder, writeRules } from "#rules";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { ExpressionRow } from "../expression-input.tsx";
import { Row } from "../row.tsx";
import type { StepValues } from "../use-node-form.ts";

type Way = "rules" | "expression";

/** A test, by rules or by an expression; the one that is not used is not kept. `prefix` ends in a dot. */
export function TestRows({ prefix = "", label }: { prefix?: string; label: string }) {
  const { watch, setValue } = useFormContext<StepValues>();
  const [wanted, setWanted] = useState<Way>("rules");
  const [rules, source] = [watch(`${prefix}rules`), watch(`${prefix}expression`)];
  const way: Way = source !== undefined ? "expression" : rules !== undefined ? "rules" : wanted;
  const expression = typeof source === "string" ? source.trim() : "";
  const [reason, setReason] = useState<string | null>(null);
  const take = (next: Way, values: { rules?: unknown; expression?: string | undefined }) => {
    setReason(null);
    setWanted(next);
    setValue(`${prefix}expression`, values.expression, { shouldDirty: true });
    setValue(`${prefix}rules`, values.rules, { shouldDirty: true });
  };
  const change = (next: string) => {
    if (next === "rules") {
      const read = expression === "" ? { rules: { all: [] } } : celToRules(expression);
      if ("rules" in read) take("rules", { rules: read.rules });
      else setReason(`It stays an expression: ${read.reason}.`);
    } else if (next === "expression") {
      const written = hasRules(rules) ? writeRules(rules) : { source: undefined };
      if ("source" in written) take("expression", { expression: written.source });
      else setReason(`They stay rules: ${written.reason}.`);
    }
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
      {reason === null ? null : (
        <p role="status" className="text-muted-foreground text-xs">
          {reason}
        </p>
      )}
      {way === "rules" ? (
        <Row name={`${prefix}rules`} label={label} isGroup>
          {({ value, onChange }) => <RuleBuilder value={value} onChange={onChange} />}
        </Row>
      ) : (
        <>
          <ExpressionRow name={`${prefix}expression`} label={label} />
          <Matches question={expression === "" ? null : { expression }} />
        </>
      )}
    </div>
  );
}
