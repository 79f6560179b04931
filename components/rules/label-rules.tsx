"use client";
import type { FieldRule, Rule, SegmentRule } from "#journey";
import { Choice } from "./choice.tsx";
import { ComboInput } from "./combo-input.tsx";
import { readTag, writeTag } from "./model.ts";
import { useFields } from "./scope.tsx";

type RowProps = { rule: Rule; onChange: (rule: Rule) => void };

export function TagRuleRow({ rule, onChange }: RowProps) {
  const { catalog } = useFields();
  const tag = readTag(rule) ?? { has: true, tag: "" };
  return (
    <>
      <Choice
        label="Tag"
        value={tag.has ? "has" : "not"}
        options={[
          { value: "has", label: "Has the tag" },
          { value: "not", label: "Does not have the tag" },
        ]}
        onChange={(next) => onChange(writeTag({ ...tag, has: next === "has" }))}
        className="w-56"
      />
      <ComboInput
        aria-label="Name of the tag"
        value={tag.tag}
        placeholder="vip"
        suggestions={(catalog?.tags ?? []).map(({ name, count }) => ({
          value: name,
          label: name,
          hint: String(count),
        }))}
        onChange={(text) => onChange(writeTag({ ...tag, tag: text }))}
        className="w-44"
      />
    </>
  );
}

export function StageRuleRow({ rule, onChange }: RowProps) {
  const { catalog } = useFields();
  const stage = rule as FieldRule;
  return (
    <>
      <Choice
        label="Stage"
        value={stage.op}
        options={[
          { value: "eq", label: "Stage is" },
          { value: "ne", label: "Stage is not" },
        ]}
        onChange={(op) => onChange({ ...stage, op: op === "ne" ? "ne" : "eq" })}
        className="w-36"
      />
      <ComboInput
        aria-label="Name of the stage"
        value={typeof stage.value === "string" ? stage.value : ""}
        placeholder="customer"
        suggestions={(catalog?.stages ?? []).map(({ name, count }) => ({
          value: name,
          label: name,
          hint: String(count),
        }))}
        onChange={(value) => onChange({ ...stage, value })}
        className="w-44"
      />
    </>
  );
}

/** The segments by name; a journey names them by key, so that it reads the same in another workspace. */
export function SegmentRuleRow({ rule, onChange }: RowProps) {
  const { catalog } = useFields();
  const own = rule as SegmentRule;
  const name = String(own.segment);
  const segments = catalog?.segments ?? [];
  const known = segments.find(({ id, key, number }) => [id, key, String(number)].includes(name));
  const options = segments.map(({ key, name: label }) => ({ value: key, label }));
  const set = (inside: boolean, segment: SegmentRule["segment"]) =>
    onChange(inside ? { segment } : { segment, not: true });
  return (
    <>
      <Choice
        label="In or out"
        value={own.not ? "out" : "in"}
        options={[
          { value: "in", label: "Is in" },
          { value: "out", label: "Is not in" },
        ]}
        onChange={(next) => set(next === "in", own.segment)}
        className="w-28"
      />
      <Choice
        label="Segment"
        value={known?.key ?? name}
        options={known || name === "" ? options : [...options, { value: name, label: `${name} (new)` }]}
        onChange={(segment) => set(!own.not, segment)}
        placeholder={options.length === 0 ? "No segments yet" : "Choose a segment"}
        className="w-52"
      />
    </>
  );
}
