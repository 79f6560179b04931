"use client";
import { useEveryJourney, useEverySegment } from "#data";
import { formatNumber } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Pick } from "../../rules/pick.tsx";
import type { ChangeType } from "./changes.ts";

type ChangeTargetProps = {
  type: ChangeType;
  value: string;
  onChange: (value: string) => void;
  error: string | null;
  count: number;
};

/** What a change needs besides the people: a tag, a segment, a journey, or their number as a confirmation. */
export function ChangeTarget({ type, count, ...field }: ChangeTargetProps) {
  if (type === "tag" || type === "untag") return <TextField label="Tag" {...field} />;
  if (type === "erase")
    return <TextField label={`Type ${formatNumber(count)} to confirm`} inputMode="numeric" {...field} />;
  if (type === "enroll" || type === "take_out") return <JourneyField isRunning={type === "enroll"} {...field} />;
  return <SegmentField {...field} />;
}

type FieldProps = Omit<ChangeTargetProps, "type" | "count">;

function TextField({ label, value, onChange, error, ...input }: FieldProps & { label: string; inputMode?: "numeric" }) {
  return (
    <Field label={label} error={error ?? undefined}>
      {(control) => (
        <Input
          {...control}
          {...input}
          value={value}
          maxLength={255}
          autoComplete="off"
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

function JourneyField({ isRunning, ...field }: FieldProps & { isRunning: boolean }) {
  const journeys = useEveryJourney().data?.data;
  const fitting = journeys?.filter(({ status }) =>
    isRunning ? status === "PUBLISHED" : status !== "DRAFT" && status !== "ARCHIVED",
  );
  const options = fitting?.map(({ id, name }) => [id, name] as const);
  return <ChoiceField label="Journey" options={options} none="No journey is published." {...field} />;
}

function SegmentField(field: FieldProps) {
  const segments = useEverySegment().data?.data;
  const options = segments?.filter(({ kind }) => kind === "static").map(({ id, name }) => [id, name] as const);
  return <ChoiceField label="Segment" options={options} none="No segment is made by hand." {...field} />;
}

type ChoiceFieldProps = FieldProps & {
  label: string;
  /** Undefined: still loading. */
  options: readonly (readonly [string, string])[] | undefined;
  none: string;
};

function ChoiceField({ label, options, none, value, onChange, error }: ChoiceFieldProps) {
  return (
    <Field label={label} error={error ?? undefined} hint={options?.length === 0 ? none : undefined}>
      {(control) => (
        <Pick
          {...control}
          label={label}
          value={value}
          options={Object.fromEntries(options ?? [])}
          onChange={onChange}
          placeholder={options === undefined ? "Loading…" : "Choose…"}
          className="w-full"
        />
      )}
    </Field>
  );
}
