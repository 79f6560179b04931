"use client";

import { useEffect, useState } from "react";
import { useFormContext } from "react-hook-form";
import { celToRules } from "#engine";
import type { RuleGroup } from "#journey";
import { hasRules, isFinished, NO_RULES, RuleBuilder, writeRules } from "#rules";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { ExpressionRow } from "../expression-input.tsx";
import { shown } from "../text-row.tsx";
import type { StepValues } from "../use-node-form.ts";

const rulesOf = (source: string): RuleGroup | null => {
  const read = source === "" ? { rules: NO_RULES } : celToRules(source);
  return "rules" in read ? read.rules : null;
};

/** The rest of a filter as rules, which are kept as an expression; an expression that no rules say stays one. */
export function FilterRules({ name, event }: { name: string; event: string }) {
  const { watch, setValue } = useFormContext<StepValues>();
  const source = shown(watch(name)).trim();
  const [group, setGroup] = useState(() => rulesOf(source));
  const [written, setWritten] = useState(source);
  const [isExpression, setExpression] = useState(group === null);
  const [reason, setReason] = useState<string | null>(null);
  // An undo, or an edit elsewhere.
  useEffect(() => {
    if (source === written) return;
    setWritten(source);
    setGroup(rulesOf(source));
  }, [source, written]);
  const change = (next: RuleGroup) => {
    setGroup(next);
    const cel = hasRules(next) ? writeRules(next) : { source: "" };
    setReason(
      "reason" in cel && isFinished(next) ? `A filter cannot say this: ${cel.reason}. Use a condition step.` : null,
    );
    if (!("source" in cel)) return;
    setWritten(cel.source);
    setValue(name, cel.source || undefined, { shouldDirty: true });
  };
  const choose = (way: string) => {
    if (way === "expression") setExpression(true);
    if (way !== "rules") return;
    const read = source === "" ? null : celToRules(source);
    const stays = read !== null && "reason" in read;
    setReason(stays ? `It stays an expression: ${read.reason}.` : null);
    setExpression(stays);
  };
  return (
    <div className="grid gap-2">
      <ToggleGroup
        type="single"
        value={isExpression ? "expression" : "rules"}
        onValueChange={choose}
        aria-label="How to filter"
        className="justify-self-start"
      >
        <ToggleGroupItem value="rules">Rules</ToggleGroupItem>
        <ToggleGroupItem value="expression">Expression</ToggleGroupItem>
      </ToggleGroup>
      {isExpression || group === null ? (
        <ExpressionRow name={name} label="And this expression" />
      ) : (
        <RuleBuilder value={group} onChange={change} event={event} isCounted={false} />
      )}
      {reason === null ? null : (
        <p role="status" className="text-warning-ink text-xs">
          {reason}
        </p>
      )}
    </div>
  );
}
