"use client";

import { useId } from "react";
import { type FieldRule, takesNoValue } from "#journey";
import { Input } from "#ui/input";
import { Choice } from "../choice.tsx";
import { ValueInput } from "../value-input.tsx";
import { FIELDS, OPERATORS, placeholderOf } from "./rule-model.ts";

/** `plan is pro`: a field, how it is compared, with what. */
export function FieldRuleRow({ rule, onChange }: { rule: Partial<FieldRule>; onChange: (rule: FieldRule) => void }) {
  const listId = useId();
  const whole: FieldRule = { field: rule.field ?? "", op: rule.op ?? "eq", value: rule.value };
  const isList = whole.op === "in";
  return (
    <div className="grid gap-1.5">
      <Input
        aria-label="Field"
        list={listId}
        value={whole.field}
        placeholder="person.traits.plan"
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange({ ...whole, field: event.target.value.trim() })}
        className="font-mono text-xs"
      />
      <datalist id={listId}>
        {FIELDS.map((field) => (
          <option key={field} value={field} />
        ))}
      </datalist>
      <div className="flex gap-1.5">
        <Choice
          aria-label="Comparison"
          value={whole.op}
          options={OPERATORS}
          onChange={(op) =>
            onChange(
              takesNoValue(op)
                ? { field: whole.field, op: op as FieldRule["op"] }
                : { ...whole, op: op as FieldRule["op"] },
            )
          }
          className={takesNoValue(whole.op) ? "" : "w-32 shrink-0"}
        />
        {takesNoValue(whole.op) ? null : (
          <ValueInput
            key={isList ? "list" : "one"}
            isList={isList}
            aria-label={isList ? "Values, with commas between" : "Value"}
            value={whole.value}
            placeholder={placeholderOf(whole.op)}
            onChange={(value) => onChange({ ...whole, value })}
          />
        )}
      </div>
    </div>
  );
}
