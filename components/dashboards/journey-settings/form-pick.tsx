"use client";
import type { ReactNode } from "react";
import { useController, useFormContext } from "react-hook-form";
import { Field } from "#ui/field";
import { LONG_LIST, SearchSelect } from "#ui/search-select";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { Switch } from "#ui/switch";
import type { SettingsValues } from "./values.ts";

type Name = keyof SettingsValues;
type FormPickProps = { name: Name; label: string; hint?: ReactNode; options: Record<string, string> };

/** Stands for "nothing chosen": a select item may not have an empty value. */
const NONE = "-";

/** A select bound to a field; the option `""` is "none". */
export function FormPick({ name, label, hint, options }: FormPickProps) {
  const { control } = useFormContext<SettingsValues>();
  const { field, fieldState } = useController({ control, name });
  const entries = Object.entries(options);
  return (
    <Field label={label} hint={hint} error={fieldState.error?.message}>
      {(aria) =>
        entries.length > LONG_LIST ? (
          <SearchSelect
            {...aria}
            ref={field.ref}
            value={String(field.value)}
            onChange={field.onChange}
            options={entries.map(([value, label]) => ({ value, label }))}
          />
        ) : (
          <Select
            value={String(field.value) || NONE}
            onValueChange={(value) => field.onChange(value === NONE ? "" : value)}
          >
            <SelectTrigger {...aria} ref={field.ref} onBlur={field.onBlur}>
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {entries.map(([value, word]) => (
                <SelectItem key={value} value={value || NONE}>
                  {word}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        )
      }
    </Field>
  );
}

/** A switch bound to a field, with its sentence beside it. */
export function FormSwitch({ name, label, hint }: { name: Name; label: string; hint: string }) {
  const { control } = useFormContext<SettingsValues>();
  const { field } = useController({ control, name });
  const id = `settings-${name}`;
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="grid gap-0.5">
        <label htmlFor={id} className="font-medium text-ui">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-muted-foreground text-xs leading-5">
          {hint}
        </p>
      </div>
      <Switch
        id={id}
        aria-describedby={`${id}-hint`}
        checked={field.value === true}
        onCheckedChange={field.onChange}
        onBlur={field.onBlur}
        ref={field.ref}
      />
    </div>
  );
}
