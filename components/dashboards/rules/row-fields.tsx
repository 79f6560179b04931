"use client";
import { useId } from "react";
import { useEventNames, useEverySegment } from "#data";
import { type FieldRule, takesNoValue } from "#journey";
import { Input } from "#ui/input";
import { OPERATOR_WORDS } from "#words";
import { Pick } from "./pick.tsx";
import type { RuleRow } from "./rows.ts";

type FieldsProps<Kind extends RuleRow["kind"]> = {
  row: Extract<RuleRow, { kind: Kind }>;
  onChange: (row: RuleRow) => void;
};

const PLACEHOLDERS: Partial<Record<FieldRule["op"], string>> = {
  in: "free, pro",
  before: "2026-05-01, now or -30d",
  after: "2026-05-01, now or -30d",
  within_next: "7d",
  within_last: "7d",
};

export function TraitFields({ row, onChange }: FieldsProps<"trait">) {
  return (
    <>
      <span className="text-ui">Trait</span>
      <Input
        aria-label="Trait"
        value={row.name}
        onChange={(event) => onChange({ ...row, name: event.target.value })}
        placeholder="plan"
        className="w-32 font-mono"
      />
      <Pick
        label="Comparison"
        value={row.op}
        options={OPERATOR_WORDS}
        onChange={(op) => onChange({ ...row, op: op as FieldRule["op"] })}
      />
      {takesNoValue(row.op) ? null : (
        <Input
          aria-label="Value"
          value={row.value}
          onChange={(event) => onChange({ ...row, value: event.target.value })}
          placeholder={PLACEHOLDERS[row.op] ?? "pro"}
          className="w-36"
        />
      )}
    </>
  );
}

export function TagFields({ row, onChange }: FieldsProps<"tag">) {
  return (
    <>
      <Pick
        label="Tag"
        value={row.has ? "has" : "not"}
        options={{ has: "Has the tag", not: "Does not have the tag" }}
        onChange={(next) => onChange({ ...row, has: next === "has" })}
        className="w-40"
      />
      <Input
        aria-label="Name of the tag"
        value={row.value}
        onChange={(event) => onChange({ ...row, value: event.target.value })}
        placeholder="vip"
        className="w-44"
      />
    </>
  );
}

export function StageFields({ row, onChange }: FieldsProps<"stage">) {
  return (
    <>
      <Pick
        label="Stage"
        value={row.op}
        options={{ eq: "Stage is", ne: "Stage is not" }}
        onChange={(op) => onChange({ ...row, op: op === "ne" ? "ne" : "eq" })}
        className="w-40"
      />
      <Input
        aria-label="Name of the stage"
        value={row.value}
        onChange={(event) => onChange({ ...row, value: event.target.value })}
        placeholder="customer"
        className="w-44"
      />
    </>
  );
}

export function EventFields({ row, onChange }: FieldsProps<"event">) {
  const listId = useId();
  const names = useEventNames().data ?? [];
  return (
    <>
      <span className="text-ui">Did</span>
      <Input
        aria-label="Event"
        list={listId}
        value={row.name}
        onChange={(event) => onChange({ ...row, name: event.target.value })}
        placeholder="app.ordered"
        className="w-44 font-mono text-xs"
      />
      <datalist id={listId}>
        {names.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Pick
        label="How often"
        value={row.op}
        options={{ gte: "at least", eq: "exactly" }}
        onChange={(op) => onChange({ ...row, op: op === "eq" ? "eq" : "gte" })}
        className="w-28"
      />
      <Input
        aria-label="Times"
        type="number"
        min={0}
        value={Number.isNaN(row.count) ? "" : row.count}
        onChange={(event) => onChange({ ...row, count: event.target.valueAsNumber })}
        className="w-16"
      />
      <span className="text-ui">times in the last</span>
      <Input
        aria-label="Days; empty = all time"
        type="number"
        min={1}
        placeholder="∞"
        value={row.days ?? ""}
        onChange={(event) => onChange({ ...row, days: event.target.valueAsNumber || null })}
        className="w-20"
      />
      <span className="text-ui">days</span>
    </>
  );
}

export function SegmentFields({ row, onChange }: FieldsProps<"segment">) {
  const segments = useEverySegment().data?.data ?? [];
  const known = segments.find(({ id, key, number }) => [id, key, String(number)].includes(row.id));
  const options = Object.fromEntries(segments.map(({ id, name }) => [id, name]));
  return (
    <>
      <Pick
        label="Segment"
        value={row.inside ? "in" : "out"}
        options={{ in: "Is in", out: "Is not in" }}
        onChange={(next) => onChange({ ...row, inside: next === "in" })}
        className="w-32"
      />
      <Pick
        label="Which segment"
        value={known?.id ?? row.id}
        options={known || !row.id ? options : { [row.id]: row.id, ...options }}
        onChange={(id) => onChange({ ...row, id })}
        placeholder="Choose a segment"
        className="w-52"
      />
    </>
  );
}
