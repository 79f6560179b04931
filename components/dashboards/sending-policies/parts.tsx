"use client";
import { Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#ui/button";
import { Checkbox } from "#ui/checkbox";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Label } from "#ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";

/** What every part of the form gets: who may change it, and the server's findings by field. */
export type Editing = {
  readonly mayEdit: boolean;
  readonly errorOf: (field: string) => string | undefined;
};

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: Readonly<Record<Value, string>>;
  onChange: (value: Value) => void;
  disabled: boolean;
  error?: string | undefined;
};

/** One of several named values. */
export function Choice<Value extends string>({ label, value, options, onChange, disabled, error }: ChoiceProps<Value>) {
  const names = Object.entries<string>(options);
  return (
    <Field label={label} error={error}>
      {(control) => (
        <Select
          value={value}
          disabled={disabled}
          onValueChange={(next) => {
            const found = (Object.keys(options) as Value[]).find((one) => one === next);
            if (found !== undefined) onChange(found);
          }}
        >
          <SelectTrigger {...control}>
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {names.map(([key, name]) => (
              <SelectItem key={key} value={key}>
                {name}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      )}
    </Field>
  );
}

type NumberProps = {
  label: string;
  value: number;
  max: number;
  min?: number;
  onChange: (value: number) => void;
  readOnly: boolean;
  error?: string | undefined;
};

export function NumberField({ label, value, onChange, readOnly, error, min = 1, max }: NumberProps) {
  return (
    <Field label={label} error={error}>
      {(control) => (
        <Input
          {...control}
          type="number"
          min={min}
          max={max}
          step="any"
          value={String(value)}
          readOnly={readOnly}
          onChange={(event) => onChange(Number(event.target.value))}
        />
      )}
    </Field>
  );
}

type TimeProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  readOnly: boolean;
  error?: string | undefined;
};

export function TimeField({ label, value, onChange, readOnly, error }: TimeProps) {
  return (
    <Field label={label} error={error}>
      {(control) => (
        <Input
          {...control}
          type="time"
          value={value}
          readOnly={readOnly}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type ChecksProps<Value extends string | number> = {
  legend: string;
  options: readonly (readonly [value: Value, label: string])[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
  disabled: boolean;
  error?: string | undefined;
};

/** Any of several values, in their order. */
export function Checks<Value extends string | number>(props: ChecksProps<Value>) {
  const { legend, options, chosen, onChange, disabled, error } = props;
  const toggle = (value: Value, isOn: boolean) =>
    onChange(options.map(([one]) => one).filter((one) => (one === value ? isOn : chosen.includes(one))));
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-medium text-ui">{legend}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {options.map(([value, label]) => (
          <Label key={value} className="flex items-center gap-2 font-normal">
            <Checkbox
              checked={chosen.includes(value)}
              disabled={disabled}
              onCheckedChange={(isOn) => toggle(value, isOn === true)}
            />
            {label}
          </Label>
        ))}
      </div>
      {error ? (
        <p role="alert" className="text-destructive-ink text-xs">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

type RowsProps<Row> = {
  title: string;
  empty: string;
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  /** A row to begin with. */
  fresh: Row;
  add: string;
  /** What one row is called where it is removed. */
  noun: string;
  editing: Editing;
  /** The field of the document. */
  field: string;
  children: (row: Row, change: (part: Partial<Row>) => void, field: string) => ReactNode;
};

/** A list of which rows are added, changed and removed. */
export function Rows<Row extends object>(props: RowsProps<Row>) {
  const { title, empty, rows, onChange, fresh, add, noun, editing, field, children } = props;
  return (
    <section aria-label={title} className="grid gap-3">
      <h3 className="border-b pb-1.5 font-semibold text-ui">{title}</h3>
      {rows.length === 0 ? <p className="text-muted-foreground text-ui">{empty}</p> : null}
      {rows.map((row, place) => {
        const change = (part: Partial<Row>) => onChange(rows.with(place, { ...row, ...part }));
        const path = `${field}.${place}`;
        const error = editing.errorOf(`=${path}`);
        return (
          // Rows have no ids, and keep no state of their own.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={place} className="grid gap-3 rounded-md border p-3">
            {children(row, change, path)}
            {error ? (
              <p role="alert" className="text-destructive-ink text-xs">
                {error}
              </p>
            ) : null}
            {editing.mayEdit ? (
              <Button
                type="button"
                variant="ghost"
                size="sm"
                className="justify-self-start"
                aria-label={`Remove ${noun} ${place + 1}`}
                onClick={() => onChange(rows.toSpliced(place, 1))}
              >
                <Trash2 aria-hidden /> Remove
              </Button>
            ) : null}
          </div>
        );
      })}
      {editing.mayEdit ? (
        <Button
          type="button"
          variant="outline"
          size="sm"
          className="justify-self-start"
          onClick={() => onChange([...rows, fresh])}
        >
          <Plus aria-hidden /> {add}
        </Button>
      ) : null}
    </section>
  );
}
