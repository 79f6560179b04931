"use client";
import { useEffect, useState } from "react";
import { type FieldRule, takesNoValue } from "#journey";
import { Input } from "#ui/input";
import { readTyped, splitList, writeTyped } from "#values";
import { Choice } from "./choice.tsx";
import { ComboInput } from "./combo-input.tsx";
import type { FieldType, KnownField } from "./fields.ts";
import { PeriodInput } from "./period-input.tsx";

type ValueFieldProps = {
  rule: FieldRule;
  type: FieldType;
  values: KnownField["values"];
  onChange: (rule: FieldRule) => void;
};

/** What a field is compared with, in the form that the comparison needs. */
export function ValueField({ rule, type, values, onChange }: ValueFieldProps) {
  const set = (value: unknown) => onChange({ ...rule, value });
  if (takesNoValue(rule.op)) return null;
  if (rule.op === "before" || rule.op === "after") return <DateField value={rule.value} onChange={set} />;
  if (rule.op === "within_next" || rule.op === "within_last")
    return <PeriodInput label="Period" value={rule.value} onChange={set} />;
  if (type === "boolean" && rule.op === "eq" && (typeof rule.value === "boolean" || rule.value === ""))
    return (
      <Choice
        label="Value"
        value={rule.value === "" ? "" : String(rule.value)}
        options={[
          { value: "true", label: "true" },
          { value: "false", label: "false" },
        ]}
        onChange={(text) => set(text === "true")}
        className="w-28"
      />
    );
  return <TypedField rule={rule} values={values} onChange={set} />;
}

type TypedFieldProps = { rule: FieldRule; values: KnownField["values"]; onChange: (value: unknown) => void };

/** Numbers, true and false are taken as such. What is typed stays until the value differs. */
function TypedField({ rule: { op, value }, values, onChange }: TypedFieldProps) {
  const isList = op === "in";
  const [text, setText] = useState(() => write(value, isList));
  useEffect(() => setText((now) => (isSame(read(now, isList), value) ? now : write(value, isList))), [value, isList]);
  const type = (next: string) => {
    setText(next);
    onChange(read(next, isList));
  };
  const taken = isList ? splitList(text.slice(0, text.lastIndexOf(",") + 1)) : [];
  return (
    <ComboInput
      aria-label={isList ? "Values, with commas between" : "Value"}
      value={text}
      placeholder={isList ? "free, pro" : "pro"}
      suggestions={values
        .map(writeTyped)
        .filter((one) => !taken.includes(one))
        .map((one) => ({ value: [...taken, one].join(", "), label: one }))}
      onChange={type}
      className="w-40"
    />
  );
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const read = (text: string, isList: boolean): unknown => (isList ? splitList(text).map(readTyped) : readTyped(text));

function write(value: unknown, isList: boolean): string {
  if (value === undefined) return "";
  return isList && Array.isArray(value) ? value.map(writeTyped).join(", ") : writeTyped(value);
}

const WAYS = [
  { value: "date", label: "the date" },
  { value: "ago", label: "days ago" },
  { value: "ahead", label: "days from now" },
  { value: "now", label: "now" },
];

/** A written date, or one relative to now. */
function DateField({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) {
  const text = value === undefined || value === null ? "" : String(value);
  const [, sign, days] = /^\s*([+-])\s*(\d+)d$/.exec(text) ?? [];
  const way = text === "now" ? "now" : sign === "-" ? "ago" : sign === "+" ? "ahead" : "date";
  const isDay = text === "" || /^\d{4}-\d{2}-\d{2}$/.test(text);
  const change = (next: string) =>
    onChange(next === "now" ? "now" : next === "date" ? "" : `${next === "ago" ? "-" : "+"}${days ?? 30}d`);
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1.5">
      {way === "ago" || way === "ahead" ? (
        <Input
          aria-label="Days"
          inputMode="numeric"
          value={days}
          onChange={(event) => onChange(`${sign}${Number(event.target.value.replaceAll(/\D/g, "")) || 0}d`)}
          className="w-16"
        />
      ) : null}
      <Choice label="Which date" value={way} options={WAYS} onChange={change} className="w-36" />
      {way === "date" ? (
        <Input
          aria-label="Value"
          type={isDay ? "date" : "text"}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          className="w-40"
        />
      ) : null}
    </span>
  );
}
