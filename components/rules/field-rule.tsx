"use client";
import type { FieldRule } from "#journey";
import { Choice } from "./choice.tsx";
import { ComboInput } from "./combo-input.tsx";
import { findField, isVanished, nameOf, pathOf } from "./fields.ts";
import { type Comparison, compareBy, comparisonOf, comparisonsOf, firstOf, isOf } from "./operators.ts";
import { useFields } from "./scope.tsx";
import { ValueField } from "./value-field.tsx";

type FieldRuleProps = { rule: Partial<FieldRule>; onChange: (rule: FieldRule) => void };

/** `plan is pro`: a field of the workspace, a comparison that suits its type, and a value that there is. */
export function FieldRuleRow({ rule, onChange }: FieldRuleProps) {
  const { fields, catalog } = useFields();
  const whole: FieldRule = { ...rule, field: rule.field ?? "", op: rule.op ?? "eq" };
  const known = findField(fields, whole.field);
  const type = known?.type ?? "any";
  const own = comparisonOf(whole);
  const suggestions = fields.map(({ path, name, about, hint }) => ({ value: path, label: name, group: about, hint }));
  const choose = (path: string) => {
    const next = findField(fields, path)?.type ?? "any";
    onChange(isOf(next, own) ? { ...whole, field: path } : compareBy({ ...whole, field: path }, firstOf(next)));
  };
  return (
    <>
      <ComboInput
        aria-label="Field"
        value={nameOf(whole.field)}
        placeholder="plan"
        suggestions={suggestions}
        onChange={(text) => onChange({ ...whole, field: pathOf(fields, text) })}
        onPick={choose}
        onBlur={() => {
          const path = whole.field.trim();
          if (path !== whole.field || !isOf(type, own)) choose(path);
        }}
        className="w-40"
      />
      <Choice
        label="Comparison"
        value={own}
        options={comparisonsOf(type, own)}
        onChange={(next) => onChange(compareBy(whole, next as Comparison))}
        className="w-40"
      />
      <ValueField rule={whole} values={known?.values ?? []} type={type} onChange={onChange} />
      {isVanished(catalog, fields, whole.field) ? (
        <p className="w-full text-warning-ink text-xs">No person has “{nameOf(whole.field)}” now.</p>
      ) : null}
    </>
  );
}
